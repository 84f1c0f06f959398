package io.jointlending.system.demo;

import io.jointlending.api.channel.ProductView;
import java.math.BigDecimal;
import java.util.List;

/** The sample products as far as these tests need them. */
final class Products {
    private Products() {}

    static List<ProductView> onSale() {
        return List.of(product("A"), product("B"), product("C"));
    }

    private static ProductView product(String letter) {
        return new ProductView(
                196,
                "LOAN-OWNER-HEXINHOUSE-" + letter,
                "Owner loan",
                ProductView.ON_SALE,
                "EQUAL_INSTALLMENT",
                new BigDecimal("0.18"),
                "HALF_UP",
                List.of(3, 6, 12),
                10_000L,
                20_000_000L,
                new BigDecimal("0.0005"),
                3,
                List.of("JOINT-70-30", "JOINT-50-30-20", "JOINT-80-20"),
                null,
                1L);
    }
}
