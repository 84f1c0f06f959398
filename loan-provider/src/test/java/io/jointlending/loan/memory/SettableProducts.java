package io.jointlending.loan.memory;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.loan.order.domain.LoanOptions;
import io.jointlending.loan.order.domain.LoanTerms;
import io.jointlending.loan.order.domain.OrderExamples;
import io.jointlending.loan.order.domain.Product;
import io.jointlending.loan.order.domain.Products;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.money.PlanMethod;
import io.jointlending.support.money.Rounding;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Products as a test sets them; the first is {@link #CODE}, on sale. */
public final class SettableProducts implements Products {
    /** Lends 100.00 to 200,000.00 yuan for 3, 6 or 12 months at 18 % a year. */
    public static final String CODE = "PRODUCT-A";

    private final Map<String, Product> products = new HashMap<>();

    /** With {@link #CODE} on sale. */
    public SettableProducts() {
        set(true);
    }

    /** Puts {@link #CODE} on sale or takes it off. */
    public void set(boolean onSale) {
        set(onSale, OrderExamples.OPTIONS);
    }

    /** Puts {@link #CODE} on sale with other options. */
    public void set(LoanOptions options) {
        set(true, options);
    }

    private void set(boolean onSale, LoanOptions options) {
        LoanTerms terms = new LoanTerms(
                new BigDecimal("0.18"),
                PlanMethod.EQUAL_INSTALLMENT,
                Rounding.HALF_UP,
                new BigDecimal("0.0005"),
                3,
                options);
        products.put(
                CODE,
                new Product(
                        CODE,
                        onSale,
                        10_000,
                        20_000_000,
                        List.of(3, 6, 12),
                        List.of("JOINT-70-30", "JOINT-50-30-20"),
                        terms));
    }

    /** Forgets {@link #CODE}. */
    public void remove() {
        products.clear();
    }

    @Override
    public Supplier<Product> read(String productCode) {
        Product found = products.get(productCode);
        return () -> {
            if (found == null) {
                throw new Refusal(ErrorCodes.PRODUCT_NOT_FOUND, "productCode");
            }
            return found;
        };
    }
}
