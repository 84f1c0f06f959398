package io.jointlending.channel.admin;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.channel.ChangeInstitutionStatusRequest;
import io.jointlending.api.channel.ChangeProductStatusRequest;
import io.jointlending.api.channel.ChannelCommandService;
import io.jointlending.api.channel.CreateInstitutionRequest;
import io.jointlending.api.channel.CreateProductRequest;
import io.jointlending.api.channel.CreateSchemeRequest;
import io.jointlending.api.channel.InstitutionView;
import io.jointlending.api.channel.ProductView;
import io.jointlending.api.channel.SchemeView;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;

/** The door for changes of products, institutions and ratio schemes. */
public final class ChannelCommandRpc implements ChannelCommandService {
    private static final String CREATE_INSTITUTION = "ChannelCommandService.createInstitution";
    private static final String CHANGE_INSTITUTION_STATUS = "ChannelCommandService.changeInstitutionStatus";
    private static final String CREATE_SCHEME = "ChannelCommandService.createScheme";
    private static final String CREATE_PRODUCT = "ChannelCommandService.createProduct";
    private static final String CHANGE_PRODUCT_STATUS = "ChannelCommandService.changeProductStatus";

    private final CreateInstitution createInstitution;
    private final ChangeInstitutionStatus changeInstitutionStatus;
    private final CreateScheme createScheme;
    private final CreateProduct createProduct;
    private final ChangeProductStatus changeProductStatus;
    private final IdempotentCommands commands;

    /** One use case for each command; the stored answers come from the idempotent commands. */
    public ChannelCommandRpc(
            CreateInstitution createInstitution,
            ChangeInstitutionStatus changeInstitutionStatus,
            CreateScheme createScheme,
            CreateProduct createProduct,
            ChangeProductStatus changeProductStatus,
            IdempotentCommands commands) {
        this.createInstitution = createInstitution;
        this.changeInstitutionStatus = changeInstitutionStatus;
        this.createScheme = createScheme;
        this.createProduct = createProduct;
        this.changeProductStatus = changeProductStatus;
        this.commands = commands;
    }

    @Override
    public RpcResult<InstitutionView> createInstitution(CreateInstitutionRequest request) {
        return RpcResult.ok(createInstitution.run(CommandKey.of(CREATE_INSTITUTION, request.requestNo()), request));
    }

    @Override
    public RpcResult<InstitutionView> queryCreateInstitutionByRequestNo(RequestNoQuery query) {
        return stored(CREATE_INSTITUTION, query, InstitutionView.class);
    }

    @Override
    public RpcResult<InstitutionView> changeInstitutionStatus(ChangeInstitutionStatusRequest request) {
        return RpcResult.ok(
                changeInstitutionStatus.run(CommandKey.of(CHANGE_INSTITUTION_STATUS, request.requestNo()), request));
    }

    @Override
    public RpcResult<InstitutionView> queryChangeInstitutionStatusByRequestNo(RequestNoQuery query) {
        return stored(CHANGE_INSTITUTION_STATUS, query, InstitutionView.class);
    }

    @Override
    public RpcResult<SchemeView> createScheme(CreateSchemeRequest request) {
        return RpcResult.ok(createScheme.run(CommandKey.of(CREATE_SCHEME, request.requestNo()), request));
    }

    @Override
    public RpcResult<SchemeView> queryCreateSchemeByRequestNo(RequestNoQuery query) {
        return stored(CREATE_SCHEME, query, SchemeView.class);
    }

    @Override
    public RpcResult<ProductView> createProduct(CreateProductRequest request) {
        return RpcResult.ok(createProduct.run(CommandKey.of(CREATE_PRODUCT, request.requestNo()), request));
    }

    @Override
    public RpcResult<ProductView> queryCreateProductByRequestNo(RequestNoQuery query) {
        return stored(CREATE_PRODUCT, query, ProductView.class);
    }

    @Override
    public RpcResult<ProductView> changeProductStatus(ChangeProductStatusRequest request) {
        return RpcResult.ok(
                changeProductStatus.run(CommandKey.of(CHANGE_PRODUCT_STATUS, request.requestNo()), request));
    }

    @Override
    public RpcResult<ProductView> queryChangeProductStatusByRequestNo(RequestNoQuery query) {
        return stored(CHANGE_PRODUCT_STATUS, query, ProductView.class);
    }

    private <A> RpcResult<A> stored(String operation, RequestNoQuery query, Class<A> answerType) {
        return RpcResult.ok(commands.findAnswer(CommandKey.of(operation, query.requestNo()), answerType));
    }
}
