package io.jointlending.repayment.reconciliation;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.reconciliation.CompareFileRequest;
import io.jointlending.api.reconciliation.ReconFileView;
import io.jointlending.repayment.reconciliation.domain.LineDifference;
import io.jointlending.repayment.reconciliation.domain.ReconLine;
import io.jointlending.repayment.reconciliation.domain.SubOrderComparison;
import io.jointlending.repayment.tables.Mappers;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.time.BusinessCalendar;
import io.jointlending.support.tx.Transactions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares a complete file with our book, a page of sub-orders a step: first those of our book, then those that only the file
 * names. Progress and differences are stored in one transaction, so it can stop anywhere.
 */
public final class CompareFile {
    static final String OPERATION = "ReconciliationService.compareFile";

    private static final Logger LOG = LoggerFactory.getLogger(CompareFile.class);
    /** Lines of our book, and sub-orders of the file, that make a page. */
    private static final int PAGE = 500;

    private final BookMapper book;
    private final ReconMapper files;
    private final DifferenceMapper differences;
    private final Transactions transactions;
    private final IdempotentCommands commands;
    private final BusinessCalendar calendar;
    private final int page;

    /** Compares in this session's database. */
    public CompareFile(
            SqlSession session, Transactions transactions, IdempotentCommands commands, BusinessCalendar calendar) {
        this(session, transactions, commands, calendar, PAGE);
    }

    CompareFile(
            SqlSession session,
            Transactions transactions,
            IdempotentCommands commands,
            BusinessCalendar calendar,
            int page) {
        this.book = Mappers.of(session, BookMapper.class);
        this.files = Mappers.of(session, ReconMapper.class);
        this.differences = Mappers.of(session, DifferenceMapper.class);
        this.transactions = transactions;
        this.commands = commands;
        this.calendar = calendar;
        this.page = page;
    }

    /** Starts the comparison; the steps follow. Codes: A0572, A0581, A0582. */
    public ReconFileView run(CompareFileRequest request) {
        return commands.execute(
                CommandKey.of(OPERATION, request.requestNo()), request, ReconFileView.class, () -> start(request));
    }

    /** Starts the comparison of the first complete file whose date is closed; false when there is none. */
    boolean startNext(String owner) {
        return transactions.inTransaction(() -> {
            ReconFileRow row = files.firstReceived();
            if (row == null) {
                return false;
            }
            // no matter whether another instance was faster: the next look finds the next file
            files.compare(row, owner, owner);
            return true;
        });
    }

    /** One page of one file. Returns 0 when no file is being compared. */
    public int step() {
        return transactions.inTransaction(() -> {
            ReconFileRow row = files.claim();
            if (row == null) {
                return 0;
            }
            if (row.phase().equals(ReconFileRow.BOOK)) {
                bookPage(row);
            } else {
                filePage(row);
            }
            return 1;
        });
    }

    private ReconFileView start(CompareFileRequest request) {
        ReconFileRow row = files.lock(request.institutionCode(), request.fileNo());
        if (row == null) {
            throw new Refusal(ErrorCodes.FILE_NOT_FOUND, "fileNo");
        }
        if (row.status().equals(ReconFileRow.RECEIVING) || row.status().equals(ReconFileRow.REPLACED)) {
            throw new Refusal(ErrorCodes.FILE_STATE, "file " + row.fileNo() + " is " + row.status(), "fileNo");
        }
        if (row.status().equals(ReconFileRow.RECEIVED)) {
            if (!Boolean.TRUE.equals(book.closed(row.bookingDate()))) {
                throw new Refusal(ErrorCodes.DAY_NOT_CLOSED, row.bookingDate() + " is not closed", "fileNo");
            }
            if (files.compare(row, request.owner(), request.operator()) != 1) {
                throw new IllegalStateException("the locked file " + row + " was changed by somebody else");
            }
        }
        return Objects.requireNonNull(files.find(row.institutionCode(), row.fileNo()))
                .view();
    }

    private void bookPage(ReconFileRow row) {
        List<String> orders = book.nextOrders(row.institutionCode(), row.bookingDate(), row.cursorKey(), page);
        boolean ended = orders.size() < page;
        String upTo = orders.isEmpty() ? row.cursorKey() : orders.get(orders.size() - 1);
        List<String> subOrders = orders.isEmpty()
                ? List.of()
                : book.subOrders(row.institutionCode(), row.bookingDate(), row.cursorKey(), upTo);
        Page found = compare(row, subOrders);
        proceed(row, found, ended ? ReconFileRow.FILE : ReconFileRow.BOOK, ended ? "" : upTo);
    }

    private void filePage(ReconFileRow row) {
        List<String> named = files.nextSubOrders(row, page);
        boolean ended = named.size() < page;
        List<String> subOrders = new ArrayList<>(named);
        if (!named.isEmpty()) {
            subOrders.removeAll(book.booked(row.institutionCode(), row.bookingDate(), named));
        }
        Page found = compare(row, subOrders);
        proceed(row, found, ended ? ReconFileRow.DONE : ReconFileRow.FILE, ended ? "" : named.get(named.size() - 1));
        if (ended) {
            LOG.info(
                    "reconciliation file compared institution={} fileNo={} date={} differences={}",
                    row.institutionCode(),
                    row.fileNo(),
                    row.bookingDate(),
                    row.differences() + found.differences());
        }
    }

    /** What a page of sub-orders came to. */
    private record Page(long books, long matched, long differences) {}

    private Page compare(ReconFileRow row, List<String> subOrders) {
        if (subOrders.isEmpty()) {
            return new Page(0, 0, 0);
        }
        LocalDate date = row.bookingDate();
        LocalDate from = date.minusDays(1);
        LocalDate to = date.plusDays(1);
        Map<String, List<BookLineRow>> ours = bySubOrder(book.lines(row.institutionCode(), from, to, subOrders));
        Map<String, List<BookLineRow>> theirs = bySubOrder(files.lines(row.institutionCode(), from, to, subOrders));
        long books = 0;
        long matched = 0;
        List<NewDifference> found = new ArrayList<>();
        for (String subOrderNo : subOrders) {
            List<ReconLine> bookLines = lines(ours, subOrderNo);
            SubOrderComparison comparison = SubOrderComparison.of(date, bookLines, lines(theirs, subOrderNo));
            books += bookLines.stream().filter(line -> line.date().equals(date)).count();
            matched += comparison.matched();
            for (LineDifference difference : comparison.differences()) {
                found.add(NewDifference.of(subOrderNo, difference));
                tellTheOtherDate(row, subOrderNo, difference);
            }
        }
        found.addAll(statuses(row, subOrders));
        if (!found.isEmpty()) {
            differences.add(row, found, calendar.today());
        }
        return new Page(books, matched, found.size());
    }

    /** The comparison of the other date may have called missing or extra what this one finds. */
    private void tellTheOtherDate(ReconFileRow row, String subOrderNo, LineDifference difference) {
        ReconLine counter = difference.counter();
        if (counter == null) {
            return;
        }
        if (difference.book() == null) {
            differences.missingFound(
                    row.institutionCode(), counter.date(), subOrderNo, counter.number(), row.bookingDate());
        } else {
            differences.extraFound(
                    row.institutionCode(), counter.date(), subOrderNo, counter.number(), row.bookingDate());
        }
    }

    private List<NewDifference> statuses(ReconFileRow row, List<String> subOrders) {
        List<FileStatusRow> told = files.statuses(row, subOrders);
        if (told.isEmpty()) {
            return List.of();
        }
        Map<String, String> known =
                book
                        .statuses(
                                row.bookingDate(),
                                told.stream().map(FileStatusRow::subOrderNo).toList())
                        .stream()
                        .collect(Collectors.toMap(SubOrderStatusRow::subOrderNo, SubOrderStatusRow::statusThen));
        List<NewDifference> found = new ArrayList<>();
        for (FileStatusRow status : told) {
            String then = known.get(status.subOrderNo());
            // a sub-order that we do not know is EXTRA already
            if (then != null && !then.equals(status.status())) {
                found.add(NewDifference.ofStatus(status, then));
            }
        }
        return found;
    }

    private void proceed(ReconFileRow row, Page found, String phase, String cursor) {
        if (files.proceed(row, found.books(), found.matched(), found.differences(), phase, cursor) != 1) {
            throw new IllegalStateException("the locked file " + row + " was compared by somebody else");
        }
    }

    private static Map<String, List<BookLineRow>> bySubOrder(List<BookLineRow> rows) {
        if (rows.size() >= BookMapper.MOST_LINES) {
            throw new IllegalStateException(rows.size() + " lines for one page of sub-orders");
        }
        return rows.stream().collect(Collectors.groupingBy(BookLineRow::subOrderNo));
    }

    private static List<ReconLine> lines(Map<String, List<BookLineRow>> rows, String subOrderNo) {
        return rows.getOrDefault(subOrderNo, List.of()).stream()
                .map(BookLineRow::line)
                .toList();
    }
}
