package io.jointlending.api.channel;

import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.Query;
import io.jointlending.api.contract.RequirePermission;
import io.jointlending.api.iam.Permissions;

/** Reads products, institutions and ratio schemes. Other providers keep the answers for a few seconds. */
public interface ChannelQueryService {
    /** A product. Code: A0521. */
    @Query
    @RequirePermission(Permissions.CONFIGURATION_READ)
    RpcResult<ProductView> findProduct(CodeQuery query);

    /** The products, by product id. */
    @Query
    @RequirePermission(Permissions.CONFIGURATION_READ)
    RpcResult<ProductListView> listProducts(ListQuery query);

    /** A ratio scheme. Code: A0525. */
    @Query
    @RequirePermission(Permissions.CONFIGURATION_READ)
    RpcResult<SchemeView> findScheme(CodeQuery query);

    /** An institution. Code: A0527. */
    @Query
    @RequirePermission(Permissions.CONFIGURATION_READ)
    RpcResult<InstitutionView> findInstitution(CodeQuery query);
}
