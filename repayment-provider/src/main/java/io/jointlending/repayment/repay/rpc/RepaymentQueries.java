package io.jointlending.repayment.repay.rpc;

import io.jointlending.repayment.ledger.application.FindLedger;
import io.jointlending.repayment.quote.application.QuotePayOff;
import io.jointlending.repayment.quote.application.QuoteRepayment;
import io.jointlending.repayment.repay.application.FindRepayment;
import io.jointlending.repayment.repay.application.FindSplit;
import io.jointlending.repayment.repay.application.FindSuspense;

/** The use cases that only read. */
public record RepaymentQueries(
        QuoteRepayment quote,
        QuotePayOff quotePayOff,
        FindRepayment answers,
        FindLedger findLedger,
        FindSuspense findSuspense,
        FindSplit findSplit) {}
