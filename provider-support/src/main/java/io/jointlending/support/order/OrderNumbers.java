package io.jointlending.support.order;

import io.jointlending.support.tx.Transactions;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;
import org.apache.ibatis.session.SqlSession;

/**
 * Order numbers: {@code yyMMdd}, 12 digits of a sequence, 4 digits gene. The gene (CRC32 of the borrower number modulo
 * 1024) is the shard key of everything that belongs to the order, so that all orders of a borrower live on one shard.
 * Numbers come in segments of 1000 from the database; a restart loses the rest of a segment, never repeats one.
 */
public final class OrderNumbers {
    /** Shard genes are 0 up to, not including, this. */
    public static final int GENES = 1024;

    /** How many numbers a process takes at a time. */
    static final int SEGMENT = 1000;

    private static final String ORDERS = "order";
    private static final long MAX_ORDINAL = 999_999_999_999L;
    private static final int ORDER_NO_LENGTH = 22;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    private final NumberSegments segments;
    private final ConcurrentMap<String, Segment> current = new ConcurrentHashMap<>();

    OrderNumbers(NumberSegments segments) {
        this.segments = segments;
    }

    /**
     * Numbers from the table {@code number_segment}.
     *
     * @param transactions of a pool that business transactions do not use: a thread that holds the last business
     *     connection must still be able to fetch a segment
     */
    public static OrderNumbers stored(Transactions transactions, SqlSession session) {
        return new OrderNumbers(new StoredSegments(transactions, session));
    }

    /** Numbers that start at 1 in every process. For tests. */
    public static OrderNumbers inMemory() {
        ConcurrentMap<String, AtomicLong> next = new ConcurrentHashMap<>();
        return new OrderNumbers((sequence, size) ->
                next.computeIfAbsent(sequence, name -> new AtomicLong(1)).getAndAdd(size));
    }

    /** A new order number. */
    public String next(LocalDate businessDate, String borrowerNo) {
        long ordinal = nextNumber(ORDERS);
        if (ordinal > MAX_ORDINAL) {
            throw new IllegalStateException("order sequence is used up: " + ordinal + " > " + MAX_ORDINAL);
        }
        return String.format(Locale.ROOT, "%s%012d%04d", DAY.format(businessDate), ordinal, gene(borrowerNo));
    }

    /** The next number of another sequence, such as {@code repayment}; starts at 1, has gaps. */
    public long nextNumber(String sequence) {
        return current.computeIfAbsent(sequence, Segment::new).next(segments);
    }

    /** The shard gene of a borrower: 0 to 1023. */
    public static int gene(String borrowerNo) {
        CRC32 crc = new CRC32();
        crc.update(borrowerNo.getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % GENES);
    }

    /** The shard gene that an order number carries. */
    public static int geneOf(String orderNo) {
        if (orderNo.length() != ORDER_NO_LENGTH) {
            throw new IllegalArgumentException("not an order number: length " + orderNo.length());
        }
        return Integer.parseInt(orderNo.substring(ORDER_NO_LENGTH - 4));
    }

    /** What is left of the range that this process took. */
    private static final class Segment {
        private final String sequence;
        private long next;
        private long end;

        Segment(String sequence) {
            this.sequence = sequence;
        }

        synchronized long next(NumberSegments segments) {
            if (next == end) {
                next = segments.take(sequence, SEGMENT);
                end = next + SEGMENT;
            }
            return next++;
        }
    }
}
