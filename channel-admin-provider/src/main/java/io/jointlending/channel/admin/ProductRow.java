package io.jointlending.channel.admin;

import io.jointlending.api.channel.ProductOptionsView;
import io.jointlending.api.channel.ProductView;
import io.jointlending.support.json.Json;
import java.math.BigDecimal;
import java.util.List;

/** The row of a product, without its terms and schemes. */
record ProductRow(
        Integer productId,
        String productCode,
        String name,
        String status,
        String repaymentMethod,
        BigDecimal annualRate,
        String rounding,
        Long minAmountFen,
        Long maxAmountFen,
        BigDecimal penaltyDailyRate,
        Integer penaltyGraceDays,
        String options,
        Long version) {

    /** Rates leave without the zeros that the column adds: 0.18, not 0.180000. */
    ProductView view(List<Integer> terms, List<String> schemeCodes) {
        return new ProductView(
                productId,
                productCode,
                name,
                status,
                repaymentMethod,
                annualRate.stripTrailingZeros(),
                rounding,
                terms,
                minAmountFen,
                maxAmountFen,
                penaltyDailyRate.stripTrailingZeros(),
                penaltyGraceDays,
                schemeCodes,
                Json.read(options, ProductOptionsView.class),
                version);
    }
}
