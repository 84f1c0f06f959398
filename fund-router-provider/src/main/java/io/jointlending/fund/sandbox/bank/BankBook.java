package io.jointlending.fund.sandbox.bank;

import io.jointlending.support.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The books of the sandbox banks: every movement of money, by request number. They are a file to which lines are only added,
 * so that they survive the end of the process. The same number again moves nothing; another number for the same order moves
 * money again, as at a bank that does not know our orders, and shows here.
 */
final class BankBook implements AutoCloseable {
    private final Map<String, Loan> loans = new LinkedHashMap<>();
    private final Map<String, Line> numbers = new LinkedHashMap<>();
    private final Writer journal;

    BankBook(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (Files.exists(file)) {
                read(file);
            }
            journal = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("the books " + file + " cannot be kept", e);
        }
    }

    /**
     * A line of the books.
     *
     * @param channel whose books
     * @param kind CREDIT, LOAN, REFUSAL, CANCEL or REPAYMENT
     * @param requestNo number of the request
     * @param orderNo order at the bank
     * @param amountFen amount in fen; of a repayment, its principal
     * @param told what else was told of a repayment, otherwise null
     */
    record Line(String channel, String kind, String requestNo, String orderNo, long amountFen, @Nullable Told told) {}

    /**
     * What a bank is told of a repayment.
     *
     * @param date day for which it counts, digits only
     * @param kind kind of the event
     */
    record Told(String date, String kind, String principal, String interest, String penalty, String fee) {}

    /**
     * What the books say of an order.
     *
     * @param disbursements how often money was paid out; more than one is double funding
     * @param paidFen fen paid out and not taken back
     * @param cancelled whether it was taken back
     * @param refused whether it was refused
     * @param repayments how many repayments were told
     */
    record Loan(
            String channel,
            String orderNo,
            int disbursements,
            long paidFen,
            boolean cancelled,
            boolean refused,
            int repayments) {
        private static Loan none(Line line) {
            return new Loan(line.channel(), line.orderNo(), 0, 0, false, false, 0);
        }

        private Loan with(Line line) {
            return switch (line.kind()) {
                case "LOAN" ->
                    new Loan(
                            channel,
                            orderNo,
                            disbursements + 1,
                            Math.addExact(paidFen, line.amountFen()),
                            cancelled,
                            refused,
                            repayments);
                case "REFUSAL" -> new Loan(channel, orderNo, disbursements, paidFen, cancelled, true, repayments);
                case "CANCEL" -> new Loan(channel, orderNo, disbursements, 0, true, refused, repayments);
                case "REPAYMENT" ->
                    new Loan(channel, orderNo, disbursements, paidFen, cancelled, refused, repayments + 1);
                default -> this;
            };
        }
    }

    /** Books a line; false if the number was booked before, which changes nothing. */
    synchronized boolean book(Line line) {
        if (numbers.containsKey(key(line.channel(), line.kind(), line.requestNo()))) {
            return false;
        }
        try {
            journal.write(Json.write(line) + "\n");
            journal.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the books cannot be written", e);
        }
        enter(line);
        return true;
    }

    /** The line of this kind and number. */
    synchronized @Nullable Line find(String channel, String kind, String requestNo) {
        return numbers.get(key(channel, kind, requestNo));
    }

    /** What the books say of an order, or null. */
    synchronized @Nullable Loan loan(String channel, String orderNo) {
        return loans.get(key(channel, "", orderNo));
    }

    /** The repayments that a channel was told of for a day, in the order of their requests. */
    synchronized List<Line> told(String channel, String date) {
        return numbers.values().stream()
                .filter(line -> line.channel().equals(channel)
                        && line.told() != null
                        && line.told().date().equals(date))
                .toList();
    }

    /** Every order of a channel, or of all. */
    synchronized List<Loan> loans(@Nullable String channel) {
        return new ArrayList<>(loans.values())
                .stream()
                        .filter(loan -> channel == null || loan.channel().equals(channel))
                        .toList();
    }

    @Override
    public synchronized void close() {
        try {
            journal.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the books cannot be closed", e);
        }
    }

    private void enter(Line line) {
        numbers.put(key(line.channel(), line.kind(), line.requestNo()), line);
        loans.compute(key(line.channel(), "", line.orderNo()), (key, loan) -> (loan == null ? Loan.none(line) : loan)
                .with(line));
    }

    /** A last line without an end was being written when the process ended: nobody was told of it. */
    private void read(Path file) throws IOException {
        String all = Files.readString(file, StandardCharsets.UTF_8);
        int end = all.lastIndexOf('\n') + 1;
        if (end < all.length()) {
            Files.writeString(file, all.substring(0, end));
        }
        try (BufferedReader lines = new BufferedReader(new StringReader(all.substring(0, end)))) {
            String line = lines.readLine();
            while (line != null) {
                enter(Json.read(line, Line.class));
                line = lines.readLine();
            }
        }
    }

    private static String key(String channel, String kind, String no) {
        return channel + '|' + kind + '|' + no;
    }
}
