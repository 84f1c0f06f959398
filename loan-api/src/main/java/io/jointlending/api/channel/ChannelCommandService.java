package io.jointlending.api.channel;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.approval.Actions;
import io.jointlending.api.contract.Command;
import io.jointlending.api.contract.FourEyes;
import io.jointlending.api.contract.Query;

/** Changes products, institutions and ratio schemes; every change is audited in its own transaction. */
public interface ChannelCommandService {
    /** Adds an institution. Code: A0528 when the code exists with other content. */
    @Command
    @FourEyes(Actions.CREATE_INSTITUTION)
    RpcResult<InstitutionView> createInstitution(CreateInstitutionRequest request);

    /** The stored answer of {@link #createInstitution}. */
    @Query
    RpcResult<InstitutionView> queryCreateInstitutionByRequestNo(RequestNoQuery query);

    /**
     * Enables or disables an institution. A disabled one is asked to fund no new order; its sub-orders go on.
     *
     * <p>Codes: A0527 unknown institution, A0539 it has this status already, or is our own company, which funds what others leave.
     */
    @Command
    @FourEyes(Actions.CHANGE_INSTITUTION_STATUS)
    RpcResult<InstitutionView> changeInstitutionStatus(ChangeInstitutionStatusRequest request);

    /** The stored answer of {@link #changeInstitutionStatus}. */
    @Query
    RpcResult<InstitutionView> queryChangeInstitutionStatusByRequestNo(RequestNoQuery query);

    /**
     * Adds a ratio scheme.
     *
     * <p>Codes: A0527 unknown institution, A0528 exists, A0529 the shares are not whole, have no or two leads, or their
     * seats are not 1, 2, …, A0535 the lead has a rate of its own.
     */
    @Command
    @FourEyes(Actions.CREATE_SCHEME)
    RpcResult<SchemeView> createScheme(CreateSchemeRequest request);

    /** The stored answer of {@link #createScheme}. */
    @Query
    RpcResult<SchemeView> queryCreateSchemeByRequestNo(RequestNoQuery query);

    /** Adds a product. Codes: A0525 unknown scheme, A0528 exists, A0400 range upside down, A0536 own rates too high. */
    @Command
    @FourEyes(Actions.CREATE_PRODUCT)
    RpcResult<ProductView> createProduct(CreateProductRequest request);

    /** The stored answer of {@link #createProduct}. */
    @Query
    RpcResult<ProductView> queryCreateProductByRequestNo(RequestNoQuery query);

    /** Moves a product one step. Codes: A0521, A0530. */
    @Command
    @FourEyes(Actions.CHANGE_PRODUCT_STATUS)
    RpcResult<ProductView> changeProductStatus(ChangeProductStatusRequest request);

    /** The stored answer of {@link #changeProductStatus}. */
    @Query
    RpcResult<ProductView> queryChangeProductStatusByRequestNo(RequestNoQuery query);
}
