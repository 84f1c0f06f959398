package io.jointlending.repayment.ledger.application;

import io.jointlending.api.loan.InstallmentView;
import io.jointlending.api.message.MasterOrderActivated;
import io.jointlending.repayment.ledger.domain.CreditReturnMode;
import io.jointlending.repayment.ledger.domain.Ledger;
import io.jointlending.repayment.ledger.domain.LedgerHead;
import io.jointlending.repayment.ledger.domain.LedgerInstallment;
import io.jointlending.repayment.ledger.domain.LedgerTerms;
import io.jointlending.repayment.ledger.domain.Ledgers;
import io.jointlending.support.money.Amounts;
import io.jointlending.support.money.DayCount;
import io.jointlending.support.money.PenaltyBasis;
import io.jointlending.support.money.PenaltyTerms;
import io.jointlending.support.money.PlanMethod;
import io.jointlending.support.money.PlanTerms;
import io.jointlending.support.money.Replanner;
import io.jointlending.support.money.Rounding;
import io.jointlending.support.money.WaterfallOrder;
import io.jointlending.support.tx.Transactions;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the ledger of an activated master order, from the plan as issued. Opening it twice is the same as once. */
public final class OpenLedger {
    private static final Logger LOG = LoggerFactory.getLogger(OpenLedger.class);

    private final Ledgers ledgers;
    private final Transactions transactions;

    /** Opens in these ledgers. */
    public OpenLedger(Ledgers ledgers, Transactions transactions) {
        this.ledgers = ledgers;
        this.transactions = transactions;
    }

    /** Opens the ledger if the order has none. */
    public void run(MasterOrderActivated activation) {
        Ledger ledger = ledger(activation);
        boolean opened = transactions.inTransaction(
                () -> !ledgers.archived(activation.orderNo()) && ledgers.open(ledger, activation.channelCode()));
        if (opened) {
            LOG.info("ledger opened orderNo={} principalFen={}", activation.orderNo(), activation.principalFen());
        }
    }

    private static Ledger ledger(MasterOrderActivated activation) {
        PenaltyTerms penalty = new PenaltyTerms(
                activation.penaltyDailyRate(),
                activation.penaltyGraceDays(),
                Rounding.valueOf(activation.rounding()),
                PenaltyBasis.valueOf(orElse(activation.penaltyBase(), PenaltyBasis.PRINCIPAL.name())),
                activation.penaltyCapRate());
        List<LedgerInstallment> installments = activation.installments().stream()
                .map(planned -> installment(planned, activation.planVersion(), penalty.basis()))
                .toList();
        LedgerTerms terms = terms(activation);
        PlanTerms issued = new PlanTerms(
                activation.principalFen(),
                terms.annualRate(),
                terms.method(),
                terms.dayCount(),
                activation.startDate(),
                installments.stream().map(LedgerInstallment::dueDate).toList(),
                penalty.rounding(),
                terms.installmentMultipleFen(),
                terms.interestOnlyInstallments(),
                terms.firstPeriodByDays());
        return new Ledger(
                LedgerHead.opened(
                        activation.orderNo(),
                        activation.borrowerNo(),
                        activation.principalFen(),
                        activation.startDate(),
                        penalty,
                        terms,
                        new LedgerHead.CurrentPlan(activation.planVersion(), Replanner.installment(issued))),
                installments);
    }

    /** What the order does not say is as a product has it that chooses nothing. */
    private static LedgerTerms terms(MasterOrderActivated activation) {
        return new LedgerTerms(
                orElse(activation.annualRate(), BigDecimal.ZERO),
                PlanMethod.valueOf(orElse(activation.method(), PlanMethod.EQUAL_INSTALLMENT.name())),
                DayCount.valueOf(orElse(activation.dayCount(), DayCount.MONTHLY.name())),
                orElse(activation.installmentMultipleFen(), 1L),
                orElse(activation.interestOnlyInstallments(), 0),
                orElse(activation.firstPeriodByDays(), false),
                WaterfallOrder.valueOf(orElse(activation.waterfall(), WaterfallOrder.INSTALLMENT_FIRST.name())),
                orElse(activation.payOffFeeRate(), BigDecimal.ZERO),
                orElse(activation.backDatingDays(), 0),
                CreditReturnMode.valueOf(orElse(activation.creditReturn(), CreditReturnMode.ON_SETTLEMENT.name())));
    }

    private static <T> T orElse(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    private static LedgerInstallment installment(InstallmentView planned, int planVersion, PenaltyBasis basis) {
        return LedgerInstallment.opened(
                planned.installmentNo(),
                planned.dueDate(),
                new Amounts(planned.principalFen(), planned.interestFen(), 0, planned.feeFen()),
                planVersion,
                basis);
    }
}
