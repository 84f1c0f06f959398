package io.jointlending.channel.admin;

import io.jointlending.api.RpcResult;
import io.jointlending.api.channel.ChannelQueryService;
import io.jointlending.api.channel.CodeQuery;
import io.jointlending.api.channel.InstitutionView;
import io.jointlending.api.channel.ListQuery;
import io.jointlending.api.channel.ProductListView;
import io.jointlending.api.channel.ProductView;
import io.jointlending.api.channel.SchemeView;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.support.error.Refusal;

/** The door for reading products, institutions and ratio schemes. */
public final class ChannelQueryRpc implements ChannelQueryService {
    private final Products products;
    private final Schemes schemes;
    private final Institutions institutions;

    /** Reads straight from the stores: there is no rule between them and the answer. */
    public ChannelQueryRpc(Products products, Schemes schemes, Institutions institutions) {
        this.products = products;
        this.schemes = schemes;
        this.institutions = institutions;
    }

    @Override
    public RpcResult<ProductView> findProduct(CodeQuery query) {
        return RpcResult.ok(
                products.find(query.code()).orElseThrow(() -> new Refusal(ErrorCodes.PRODUCT_NOT_FOUND, "code")));
    }

    @Override
    public RpcResult<ProductListView> listProducts(ListQuery query) {
        return RpcResult.ok(new ProductListView(products.count(), products.page(query.pageNo(), query.pageSize())));
    }

    @Override
    public RpcResult<SchemeView> findScheme(CodeQuery query) {
        return RpcResult.ok(
                schemes.find(query.code()).orElseThrow(() -> new Refusal(ErrorCodes.SCHEME_NOT_FOUND, "code")));
    }

    @Override
    public RpcResult<InstitutionView> findInstitution(CodeQuery query) {
        return RpcResult.ok(institutions
                .find(query.code())
                .orElseThrow(() -> new Refusal(ErrorCodes.INSTITUTION_NOT_FOUND, "code")));
    }
}
