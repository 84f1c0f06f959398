package io.jointlending.fund.sandbox.bank;

import io.jointlending.fund.flow.domain.tree.Pointer;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.sandbox.bank.Dialect.Code;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a bank does with a request: looks into its books, decides, books, answers. */
final class BankDesk {
    static final String CREDIT = "CREDIT";
    static final String APPLY = "APPLY";
    static final String QUERY = "QUERY";
    static final String CANCEL = "CANCEL";
    static final String REPAY = "REPAY";
    static final String STATEMENT = "STATEMENT";

    private static final int STATEMENT_LINES = 50;
    private static final Pointer NOTIFY_URL = new Pointer("/notifyUrl");

    private final BankBook book;
    private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    BankDesk(BankBook book) {
        this.book = book;
    }

    /**
     * A request that was understood.
     *
     * @param fault what goes wrong with the answer
     * @param answer what it says, once it is worked off
     */
    record Worked(
            Behaviour behaviour, String action, String orderNo, Fault fault, Tree answer, @Nullable Notice notice) {}

    /**
     * A decision to be told by callback.
     *
     * @param url where to
     * @param body the message
     */
    record Notice(String url, Tree body) {}

    /** How a channel behaves from now on: towards one order, or with {@code *} towards every other. */
    void behave(String channel, String orderNo, Behaviour behaviour) {
        behaviours.put(channel + '|' + orderNo, behaviour);
    }

    /** Forgets how channels were told to behave. */
    void behaveProperly() {
        behaviours.clear();
    }

    /** What was asked how often: channel, action and what went wrong to a number. */
    Map<String, Integer> counts() {
        return Map.copyOf(counts);
    }

    /** Works a request off; empty if the path asks for nothing that a bank knows. */
    Optional<Worked> work(String channel, Dialect dialect, String path, Tree request) {
        String action = dialect.actions().get(path);
        if (action == null) {
            return Optional.empty();
        }
        if (action.equals(STATEMENT)) {
            return Optional.of(statement(channel, dialect, request));
        }
        String orderNo = Dialect.text(request, dialect.orderNo()).orElse("");
        String requestNo = Dialect.text(request, dialect.requestNo()).orElse("");
        Behaviour behaviour = behaviours.getOrDefault(
                channel + '|' + orderNo, behaviours.getOrDefault(channel + "|*", Behaviour.PROPER));
        if (orderNo.isEmpty() || requestNo.isEmpty()) {
            return Optional.of(new Worked(
                    behaviour, action, orderNo, Fault.NONE, dialect.answer(action, Code.BAD_REQUEST, orderNo), null));
        }
        int times = counted(channel + '|' + action + '|' + orderNo) - 1;
        Fault fault = behaviour.fault(orderNo, action, times);
        counted(channel + "|" + action);
        counted(channel + "|" + action + "|fault|" + fault);
        if (fault == Fault.BUSY || fault == Fault.LOST_BEFORE || fault == Fault.UNKNOWN_CODE) {
            Code code = fault == Fault.UNKNOWN_CODE ? Code.UNHEARD_OF : Code.BUSY;
            return Optional.of(
                    new Worked(behaviour, action, orderNo, fault, dialect.answer(action, code, orderNo), null));
        }
        Asked asked = new Asked(channel, dialect, action, orderNo, requestNo, behaviour);
        BankBook.Told told = action.equals(REPAY) ? dialect.told(request) : null;
        Code code = decide(asked, dialect.amountFen(request, action).orElse(null), told);
        Notice notice = action.equals(APPLY) && code != Code.BAD_REQUEST ? notice(asked, request) : null;
        return Optional.of(
                new Worked(behaviour, action, orderNo, fault, dialect.answer(action, code, orderNo), notice));
    }

    private record Asked(
            String channel, Dialect dialect, String action, String orderNo, String requestNo, Behaviour behaviour) {
        BankBook.Line line(String kind, long amountFen) {
            return new BankBook.Line(channel, kind, requestNo, orderNo, amountFen, null);
        }
    }

    /** The file of a day, a page of it. What goes wrong with it is told for the day as for an order. */
    private Worked statement(String channel, Dialect dialect, Tree request) {
        String date = dialect.date(request);
        int page = dialect.page(request);
        Behaviour behaviour = behaviours.getOrDefault(
                channel + '|' + date, behaviours.getOrDefault(channel + "|*", Behaviour.PROPER));
        int times = counted(channel + '|' + STATEMENT + '|' + date + '|' + page) - 1;
        Fault fault = behaviour.fault(date, STATEMENT, times);
        counted(channel + "|" + STATEMENT);
        Code code =
                switch (fault) {
                    case BUSY, LOST_BEFORE -> Code.BUSY;
                    case UNKNOWN_CODE -> Code.UNHEARD_OF;
                    default -> page < 1 ? Code.BAD_REQUEST : Code.DONE;
                };
        List<BankBook.Line> lines = book.told(channel, date);
        return new Worked(
                behaviour, STATEMENT, date, fault, dialect.statement(code, date, page, STATEMENT_LINES, lines), null);
    }

    private Code decide(Asked asked, @Nullable Long amountFen, BankBook.@Nullable Told told) {
        if (asked.action().equals(QUERY)) {
            return standing(asked);
        }
        if (amountFen == null) {
            return Code.BAD_REQUEST;
        }
        return switch (asked.action()) {
            case CREDIT -> {
                book.book(asked.line("CREDIT", amountFen));
                yield asked.behaviour().refuses(asked.orderNo()) ? Code.REFUSED : Code.DONE;
            }
            case APPLY -> apply(asked, amountFen);
            case CANCEL -> cancel(asked, amountFen);
            default -> repaid(asked, amountFen, told);
        };
    }

    /** The same number is the same application, whatever else it says; another number pays out once more. */
    private Code apply(Asked asked, long amountFen) {
        boolean refuses = asked.behaviour().refuses(asked.orderNo());
        BankBook.Line before = book.find(asked.channel(), refuses ? "REFUSAL" : "LOAN", asked.requestNo());
        if (before != null && before.amountFen() != amountFen) {
            return Code.BAD_REQUEST;
        }
        book.book(asked.line(refuses ? "REFUSAL" : "LOAN", amountFen));
        boolean tellsLater = asked.behaviour().processing() > 0 || usesCallback(asked);
        return tellsLater ? Code.PROCESSING : refuses ? Code.REFUSED : Code.DONE;
    }

    private static boolean usesCallback(Asked asked) {
        return asked.dialect().codes().containsKey(Code.DONE)
                && !asked.behaviour().callback().equals("NONE")
                && asked.dialect().equals(Dialect.of("json"));
    }

    private Code standing(Asked asked) {
        BankBook.Loan loan = book.loan(asked.channel(), asked.orderNo());
        if (loan == null || (loan.disbursements() == 0 && !loan.refused())) {
            return Code.NOT_FOUND;
        }
        int asks = counts.getOrDefault(asked.channel() + '|' + QUERY + '|' + asked.orderNo(), 0);
        if (asks <= asked.behaviour().processing()) {
            return Code.PROCESSING;
        }
        return loan.disbursements() > 0 && !loan.cancelled() ? Code.DONE : Code.REFUSED;
    }

    private Code cancel(Asked asked, long amountFen) {
        BankBook.Loan loan = book.loan(asked.channel(), asked.orderNo());
        if (loan == null || loan.disbursements() == 0) {
            return Code.NOT_FOUND;
        }
        if (asked.behaviour().refuses("cancel " + asked.orderNo())) {
            return Code.TOO_LATE;
        }
        book.book(asked.line("CANCEL", amountFen));
        return Code.DONE;
    }

    private Code repaid(Asked asked, long amountFen, BankBook.@Nullable Told told) {
        if (book.loan(asked.channel(), asked.orderNo()) == null) {
            return Code.NOT_FOUND;
        }
        book.book(new BankBook.Line(asked.channel(), "REPAYMENT", asked.requestNo(), asked.orderNo(), amountFen, told));
        return Code.DONE;
    }

    private @Nullable Notice notice(Asked asked, Tree request) {
        String url = Dialect.text(request, NOTIFY_URL).orElse("");
        if (url.isEmpty() || asked.behaviour().callback().equals("NONE")) {
            return null;
        }
        Code code = asked.behaviour().refuses(asked.orderNo()) ? Code.REFUSED : Code.DONE;
        return new Notice(url, asked.dialect().callback("M-" + asked.requestNo(), code, asked.orderNo()));
    }

    private int counted(String what) {
        return counts.merge(what, 1, Integer::sum);
    }
}
