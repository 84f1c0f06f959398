package io.jointlending.loan.order.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.loan.SubmitLoanRequest;
import io.jointlending.loan.order.domain.Product;
import io.jointlending.support.error.Refusal;

/** What a product allows. The first broken rule is named; the order of the rules is part of the contract. */
final class SubmissionRules {
    private SubmissionRules() {}

    static void check(Product product, SubmitLoanRequest request) {
        if (!product.onSale()) {
            throw new Refusal(ErrorCodes.PRODUCT_NOT_ON_SALE, "productCode");
        }
        if (request.amountFen() < product.minAmountFen() || request.amountFen() > product.maxAmountFen()) {
            throw new Refusal(
                    ErrorCodes.AMOUNT_OUT_OF_RANGE,
                    "Product " + product.productCode() + " lends " + product.minAmountFen() + " to "
                            + product.maxAmountFen() + " fen, not " + request.amountFen() + ".",
                    "amountFen");
        }
        if (!product.installmentsOffered().contains(request.installments())) {
            throw new Refusal(
                    ErrorCodes.TERM_NOT_OFFERED,
                    "Product " + product.productCode() + " offers " + product.installmentsOffered()
                            + " installments, not " + request.installments() + ".",
                    "installments");
        }
        if (request.schemeCode() != null && !product.schemeCodes().contains(request.schemeCode())) {
            throw new Refusal(
                    ErrorCodes.SCHEME_NOT_OFFERED,
                    "Product " + product.productCode() + " is funded by " + product.schemeCodes() + ", not by "
                            + request.schemeCode() + ".",
                    "schemeCode");
        }
    }
}
