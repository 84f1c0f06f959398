package io.jointlending.repayment.repay.rpc;

import io.jointlending.repayment.ledger.application.EnsureLedger;
import io.jointlending.repayment.ledger.domain.Ledgers;
import io.jointlending.repayment.repay.application.ApplySuspense;
import io.jointlending.repayment.repay.application.BookOnce;
import io.jointlending.repayment.repay.application.ConfirmSuspenseRefund;
import io.jointlending.repayment.repay.application.PayOff;
import io.jointlending.repayment.repay.application.PostEvent;
import io.jointlending.repayment.repay.application.Prepay;
import io.jointlending.repayment.repay.application.RefundPurchase;
import io.jointlending.repayment.repay.application.RefundSuspense;
import io.jointlending.repayment.repay.application.Repay;
import io.jointlending.repayment.repay.application.ReverseEvent;
import io.jointlending.repayment.repay.application.TakeOver;
import io.jointlending.repayment.repay.application.Waive;
import io.jointlending.repayment.repay.application.WriteOff;
import io.jointlending.repayment.repay.domain.SuspenseAccounts;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.order.OrderNumbers;
import io.jointlending.support.outbox.Outbox;
import io.jointlending.support.time.BusinessCalendar;

/** The use cases that change something. */
public record RepaymentCommands(
        Repay repay,
        Prepay prepay,
        PayOff payOff,
        ReverseEvent reverse,
        Waive waive,
        WriteOff writeOff,
        RefundPurchase refund,
        TakeOver takeOver,
        ApplySuspense applySuspense,
        RefundSuspense requestSuspenseRefund,
        ConfirmSuspenseRefund confirmSuspenseRefund) {
    /** The use cases on these stores. */
    public static RepaymentCommands on(
            EnsureLedger ensureLedger,
            Ledgers ledgers,
            SuspenseAccounts suspense,
            OrderNumbers numbers,
            IdempotentCommands commands,
            Outbox outbox,
            BusinessCalendar calendar) {
        BookOnce bookOnce =
                new BookOnce(ensureLedger, numbers, commands, new PostEvent(ledgers, suspense, outbox, calendar));
        return new RepaymentCommands(
                new Repay(bookOnce),
                new Prepay(bookOnce),
                new PayOff(bookOnce),
                new ReverseEvent(bookOnce, ledgers),
                new Waive(bookOnce),
                new WriteOff(bookOnce),
                new RefundPurchase(bookOnce),
                new TakeOver(ensureLedger),
                new ApplySuspense(bookOnce),
                new RefundSuspense(numbers, commands, suspense, calendar),
                new ConfirmSuspenseRefund(commands, suspense, calendar));
    }
}
