package io.jointlending.loan.order.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.RpcResult;
import io.jointlending.api.channel.ChannelQueryService;
import io.jointlending.api.channel.CodeQuery;
import io.jointlending.api.channel.InstitutionView;
import io.jointlending.api.channel.ListQuery;
import io.jointlending.api.channel.ProductListView;
import io.jointlending.api.channel.ProductView;
import io.jointlending.api.channel.SchemeView;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.loan.order.domain.Product;
import io.jointlending.support.cache.ConfigurationCache;
import io.jointlending.support.configuration.InMemoryCopies;
import io.jointlending.support.configuration.KeptConfiguration;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.money.Rounding;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ChannelProductsTest {
    private RpcResult<ProductView> answer = RpcResult.ok(view(ProductView.ON_SALE));
    private int calls;
    private final ChannelProducts products = new ChannelProducts(
            new Channels(), new KeptConfiguration(ConfigurationCache.local(), new InMemoryCopies()));

    private static ProductView view(String status) {
        return new ProductView(
                196,
                "PRODUCT-A",
                "Product A",
                status,
                "EQUAL_INSTALLMENT",
                new BigDecimal("0.180000"),
                "HALF_EVEN",
                List.of(3, 6),
                10_000L,
                20_000L,
                new BigDecimal("0.0005"),
                3,
                List.of("JOINT-70-30"),
                null,
                1L);
    }

    @Test
    void a_product_is_taken_over_with_its_terms_and_kept_for_a_while() {
        Product product = products.read("PRODUCT-A").get();
        assertThat(product.onSale()).isTrue();
        assertThat(product.installmentsOffered()).containsExactly(3, 6);
        assertThat(product.terms().rounding()).isEqualTo(Rounding.HALF_EVEN);
        assertThat(product.terms().annualRate()).isEqualTo(new BigDecimal("0.18"));
        products.read("PRODUCT-A");
        assertThat(calls).isEqualTo(1);
    }

    @Test
    void a_product_that_only_takes_repayments_is_not_on_sale() {
        answer = RpcResult.ok(view(ProductView.REPAY_ONLY));
        assertThat(products.read("PRODUCT-A").get().onSale()).isFalse();
    }

    @Test
    void a_refusal_comes_out_when_the_product_is_used_and_names_our_field() {
        answer = RpcResult.refused(ErrorCodes.PRODUCT_NOT_FOUND, "No product.", "code");
        Supplier<Product> unused = products.read("PRODUCT-A");
        assertThatThrownBy(unused::get).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCodes.PRODUCT_NOT_FOUND);
            assertThat(refusal.field()).isEqualTo("productCode");
        });
    }

    @Test
    void a_broken_provider_is_unavailable() {
        answer = RpcResult.refused(ErrorCodes.INTERNAL_ERROR, "Something broke.", null);
        Supplier<Product> product = products.read("PRODUCT-A");
        assertThatThrownBy(product::get).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(ErrorCodes.PROVIDER_UNAVAILABLE));
    }

    private final class Channels implements ChannelQueryService {
        @Override
        public RpcResult<ProductView> findProduct(CodeQuery query) {
            calls++;
            return answer;
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
}
