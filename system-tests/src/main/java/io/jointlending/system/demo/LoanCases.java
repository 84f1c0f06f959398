package io.jointlending.system.demo;

import io.jointlending.api.channel.ProductView;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random loans over everything that is on sale: the same seed and products give the same loans. */
final class LoanCases {
    private static final int LEAST_PIECES = 5;
    private static final int MOST_PIECES = 12;

    private LoanCases() {}

    static List<LoanCase> random(int count, long seed, List<ProductView> products) {
        SplittableRandom random = new SplittableRandom(seed);
        List<LoanCase> cases = new ArrayList<>(count);
        for (int index = 1; index <= count; index++) {
            ProductView product = any(products, random);
            cases.add(new LoanCase(
                    index,
                    product.productCode(),
                    any(product.schemeCodes(), random),
                    amount(product, random),
                    any(product.terms(), random),
                    random.nextInt(LEAST_PIECES, MOST_PIECES + 1),
                    random.nextBoolean(),
                    random.nextLong()));
        }
        return cases;
    }

    /** Small amounts as often as large ones: rounding shows in the small ones, overflow in the large. */
    private static long amount(ProductView product, SplittableRandom random) {
        long least = product.minAmountFen();
        long most = product.maxAmountFen();
        long bound = least;
        int steps = random.nextInt(1, 6);
        for (int i = 0; i < steps && bound < most; i++) {
            bound = Math.multiplyExact(bound, 10);
        }
        return random.nextLong(least, Math.min(bound, most) + 1);
    }

    private static <T> T any(List<T> choices, SplittableRandom random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
