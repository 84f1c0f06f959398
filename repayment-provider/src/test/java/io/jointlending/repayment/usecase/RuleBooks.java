package io.jointlending.repayment.usecase;

import io.jointlending.repayment.memory.RepaymentWorld;
import java.time.LocalDate;
import java.util.List;

/** Where a case of the rule tables happens, and what it left there. */
interface RuleBooks {
    /** An event as booked. */
    record Event(long sequence, String repaymentNo, LocalDate valueDate, LocalDate bookingDate) {}

    /** The use cases. */
    RepaymentWorld world();

    /** Everything that is stored, to compare: a refusal changes nothing of it. */
    List<Object> everything(String orderNo);

    /** The events of an order. */
    List<Event> events(String orderNo);

    /** Keys of all messages. */
    List<String> keys();

    /** Cumulative principal paid with money. */
    long returnablePrincipalFen(String orderNo);
}
