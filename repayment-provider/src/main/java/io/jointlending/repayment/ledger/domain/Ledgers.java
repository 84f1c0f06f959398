package io.jointlending.repayment.ledger.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ledgers that are stored. Every method belongs in a transaction; whoever writes calls {@link #lock} first, so that
 * the events of one order happen one after the other.
 */
public interface Ledgers {
    /** True when the order has a ledger. */
    boolean exists(String orderNo);

    /**
     * Stores a new ledger; false when the order has one already, which then stays as it is.
     *
     * @param channelCode channel of the order, null for none; for reports alone, so it is no part of the ledger
     */
    boolean open(Ledger ledger, @Nullable String channelCode);

    /** The ledger, read at one moment. */
    Optional<Ledger> find(String orderNo);

    /** The ledger with its sub-ledgers, read at one moment. */
    Optional<LedgerBook> findBook(String orderNo);

    /** The ledger, locked until the transaction ends. */
    Optional<Ledger> lock(String orderNo);

    /** The sub-ledgers of a locked ledger, of these installments only, or of all for null. */
    SubLedgers subLedgers(String orderNo, @Nullable List<Integer> installmentNos);

    /** True when a repayment with this receipt is booked. */
    boolean receiptBooked(String paymentReference);

    /**
     * Stores an event and what it did to the ledger.
     *
     * @return false when another event booked the receipt meanwhile; the transaction must then be rolled back
     */
    boolean add(Booking booking, LedgerHead before, Posting posting);

    /** Stores the split of an event that is booked just now: its lines and the installments they changed. */
    void addSplit(Ledger after, LedgerEvent event, LocalDate bookingDate, Split split);

    /** An event of a locked ledger by its number. */
    Optional<BookedEvent> event(String orderNo, String repaymentNo);

    /** The booked lines of the split of an event. */
    List<SplitLine> splitLines(String orderNo, long sequence);

    /** Events after a sequence, in sequence. */
    List<LedgerEvent> events(String orderNo, long afterSequence, int limit);

    /** Stores the lines of an event that was booked before the sub-orders existed. */
    void addLateSplitLines(LedgerHead head, LedgerEvent event, LocalDate bookingDate, List<SplitLine> lines);

    /** Stores new sub-ledgers, with every event up to now split to them. */
    void openSubLedgers(LedgerHead before, LedgerHead after, Ledger ledger, SubLedgers subLedgers);

    /**
     * The first date from this one on that is not closed, kept open until the transaction ends: what is booked goes on it.
     * Closing waits for every transaction that holds the date, so no line of a closed date is written after its close.
     *
     * @param today business date, Asia/Shanghai
     */
    LocalDate holdBookingDay(LocalDate today);

    /** True when the order was settled and moved to the archive: nothing is booked on it any more. */
    boolean archived(String orderNo);

    /** The ledger of an archived order with its sub-ledgers. */
    Optional<LedgerBook> findArchivedBook(String orderNo);
}
