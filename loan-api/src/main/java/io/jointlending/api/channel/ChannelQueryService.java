package io.jointlending.api.channel;

import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.Query;

/** Reads products, institutions and ratio schemes. Other providers keep the answers for a few seconds. */
public interface ChannelQueryService {
    /** A product. Code: A0521. */
    @Query
    RpcResult<ProductView> findProduct(CodeQuery query);

    /** The products, by product id. */
    @Query
    RpcResult<ProductListView> listProducts(ListQuery query);

    /** A ratio scheme. Code: A0525. */
    @Query
    RpcResult<SchemeView> findScheme(CodeQuery query);

    /** An institution. Code: A0527. */
    @Query
    RpcResult<InstitutionView> findInstitution(CodeQuery query);
}
