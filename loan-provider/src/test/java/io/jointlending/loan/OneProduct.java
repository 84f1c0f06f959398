package io.jointlending.loan;

import io.jointlending.api.RpcResult;
import io.jointlending.api.channel.ChannelQueryService;
import io.jointlending.api.channel.CodeQuery;
import io.jointlending.api.channel.InstitutionView;
import io.jointlending.api.channel.ListQuery;
import io.jointlending.api.channel.ProductListView;
import io.jointlending.api.channel.ProductView;
import io.jointlending.api.channel.SchemeView;
import io.jointlending.api.error.ErrorCodes;
import java.math.BigDecimal;
import java.util.List;

/** A stand-in for channel-admin-provider that knows one product. */
final class OneProduct implements ChannelQueryService {
    @Override
    public RpcResult<ProductView> findProduct(CodeQuery query) {
        if (!query.code().equals("PRODUCT-A")) {
            return RpcResult.refused(ErrorCodes.PRODUCT_NOT_FOUND, "No product.", "code");
        }
        return RpcResult.ok(new ProductView(
                196,
                "PRODUCT-A",
                "Product A",
                ProductView.ON_SALE,
                "EQUAL_INSTALLMENT",
                new BigDecimal("0.18"),
                "HALF_UP",
                List.of(3),
                10_000L,
                1_000_000L,
                new BigDecimal("0.0005"),
                3,
                List.of("JOINT-70-30"),
                null,
                1L));
    }

    @Override
    public RpcResult<ProductListView> listProducts(ListQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RpcResult<SchemeView> findScheme(CodeQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RpcResult<InstitutionView> findInstitution(CodeQuery query) {
        throw new UnsupportedOperationException();
    }
}
