package io.jointlending.loan.order.domain;

import java.util.List;

/**
 * A product as far as an order cares.
 *
 * @param productCode code
 * @param onSale true if new loans are made
 * @param minAmountFen smallest loan in fen
 * @param maxAmountFen largest loan in fen
 * @param installmentsOffered numbers of installments on offer
 * @param schemeCodes ratio schemes that may fund it
 * @param terms what an order takes over
 */
public record Product(
        String productCode,
        boolean onSale,
        long minAmountFen,
        long maxAmountFen,
        List<Integer> installmentsOffered,
        List<String> schemeCodes,
        LoanTerms terms) {
    public Product {
        installmentsOffered = List.copyOf(installmentsOffered);
        schemeCodes = List.copyOf(schemeCodes);
    }
}
