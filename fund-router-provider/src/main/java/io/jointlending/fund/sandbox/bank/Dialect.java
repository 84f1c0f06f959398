package io.jointlending.fund.sandbox.bank;

import io.jointlending.fund.flow.domain.tree.Pointer;
import io.jointlending.fund.flow.domain.tree.Tree;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What one bank calls things, as its shipped definitions do.
 *
 * @param actions path of an endpoint to what it asks for
 * @param requestNo where the number of a request stands
 * @param orderNo where the order stands
 * @param amount where the amount in yuan stands; of a repayment, its principal
 * @param codes what the bank's decisions are called
 */
record Dialect(
        Map<String, String> actions,
        Pointer requestNo,
        Pointer orderNo,
        Map<String, Pointer> amount,
        Map<Code, String> codes) {
    /** What a bank can say. */
    enum Code {
        DONE,
        PROCESSING,
        REFUSED,
        NOT_FOUND,
        BUSY,
        TOO_LATE,
        BAD_REQUEST,
        UNHEARD_OF
    }

    private static final Dialect FIRST = new Dialect(
            Map.of(
                    "credit/apply", BankDesk.CREDIT,
                    "loan/apply", BankDesk.APPLY,
                    "loan/query", BankDesk.QUERY,
                    "loan/cancel", BankDesk.CANCEL,
                    "repayment/notify", BankDesk.REPAY,
                    "statement/query", BankDesk.STATEMENT),
            new Pointer("/reqNo"),
            new Pointer("/loanNo"),
            Map.of(BankDesk.REPAY, new Pointer("/principal"), "", new Pointer("/amount")),
            Map.of(
                    Code.DONE, "0000",
                    Code.PROCESSING, "1001",
                    Code.REFUSED, "2001",
                    Code.NOT_FOUND, "4040",
                    Code.BUSY, "9001",
                    Code.TOO_LATE, "2003",
                    Code.BAD_REQUEST, "9400",
                    Code.UNHEARD_OF, "7777"));

    private static final Dialect SECOND = new Dialect(
            Map.of(
                    "gateway/creditApply", BankDesk.CREDIT,
                    "gateway/loanApply", BankDesk.APPLY,
                    "gateway/loanQuery", BankDesk.QUERY,
                    "gateway/loanCancel", BankDesk.CANCEL,
                    "gateway/repayNotify", BankDesk.REPAY,
                    "gateway/statement", BankDesk.STATEMENT),
            new Pointer("/serial"),
            new Pointer("/orderNo"),
            Map.of(BankDesk.REPAY, new Pointer("/principal"), "", new Pointer("/money")),
            Map.of(
                    Code.DONE, "S",
                    Code.PROCESSING, "P",
                    Code.REFUSED, "F",
                    Code.NOT_FOUND, "NF",
                    Code.BUSY, "BUSY",
                    Code.TOO_LATE, "F",
                    Code.BAD_REQUEST, "X",
                    Code.UNHEARD_OF, "??"));

    /** The dialect of a channel: XML is spoken as the second bank does, everything else as the first. */
    static Dialect of(String codec) {
        return codec.equals("xml") ? SECOND : FIRST;
    }

    /** A text of a request. */
    static Optional<String> text(Tree request, Pointer at) {
        return at.in(request).filter(Tree.Text.class::isInstance).map(text -> ((Tree.Text) text).value());
    }

    /** The amount of a request in fen; empty if there is none, or not yuan with two decimals. */
    Optional<Long> amountFen(Tree request, String action) {
        Pointer at = amount.getOrDefault(action, amount.get(""));
        return at == null
                ? Optional.empty()
                : text(request, at)
                        .filter(text ->
                                text.matches((action.equals(BankDesk.REPAY) ? "-?" : "") + "[0-9]{1,14}\\.[0-9]{2}"))
                        .map(text -> new BigDecimal(text).movePointRight(2).longValueExact());
    }

    /** What a request tells of a repayment. */
    BankBook.Told told(Tree request) {
        return new BankBook.Told(
                date(request),
                word(request, "/kind"),
                word(request, "/principal"),
                word(request, "/interest"),
                word(request, "/penalty"),
                word(request, "/fee"));
    }

    /** The day of a request, digits only. */
    String date(Tree request) {
        return word(request, "/date").replace("-", "");
    }

    /** The page that a request asks for; 0 if it says none. */
    int page(Tree request) {
        String page = word(request, "/page");
        return page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 0;
    }

    private static String word(Tree request, String at) {
        return text(request, new Pointer(at)).orElse("");
    }

    /** A page of the file of a day. */
    Tree statement(Code code, String date, int page, int most, List<BankBook.Line> lines) {
        if (code != Code.DONE) {
            return answer(BankDesk.STATEMENT, code, "");
        }
        boolean second = equals(SECOND);
        int pages = (lines.size() + most - 1) / most;
        Tree.Items entries = new Tree.Items(lines.stream()
                .skip((long) (page - 1) * most)
                .limit(most)
                .map(line -> entry(second ? "orderNo" : "loanNo", line))
                .toList());
        Tree.Fields file = Tree.Fields.empty()
                .with(second ? "no" : "fileNo", new Tree.Text("F" + date + '-' + lines.size()))
                .with("pages", new Tree.Text(String.valueOf(pages)))
                .with(second ? "count" : "lineCount", new Tree.Text(String.valueOf(lines.size())));
        Tree word = new Tree.Text(codes.getOrDefault(code, "?"));
        if (second) {
            Tree.Fields whole = entries.items().isEmpty() ? file : file.with("line", entries);
            return Tree.Fields.empty()
                    .with("result", Tree.Fields.empty().with("state", word).with("file", whole));
        }
        return Tree.Fields.empty()
                .with("head", Tree.Fields.empty().with("code", word))
                .with("body", file.with("lines", entries));
    }

    private static Tree entry(String number, BankBook.Line line) {
        BankBook.Told told = Objects.requireNonNull(line.told(), "a repayment");
        return Tree.Fields.empty()
                .with(number, new Tree.Text(line.orderNo()))
                .with("kind", new Tree.Text(told.kind()))
                .with("principal", new Tree.Text(told.principal()))
                .with("interest", new Tree.Text(told.interest()))
                .with("penalty", new Tree.Text(told.penalty()))
                .with("fee", new Tree.Text(told.fee()));
    }

    /** The answer that says this. */
    Tree answer(String action, Code code, String orderNo) {
        Tree word = new Tree.Text(codes.getOrDefault(code, "?"));
        if (equals(SECOND)) {
            return Tree.Fields.empty().with("result", Tree.Fields.empty().with("state", word));
        }
        Tree.Fields body = Tree.Fields.empty().with("loanNo", new Tree.Text(orderNo));
        boolean query = action.equals(BankDesk.QUERY);
        Tree head = Tree.Fields.empty().with("code", query ? new Tree.Text("0000") : word);
        body = query ? body.with("status", word) : body;
        if (action.equals(BankDesk.CREDIT) && code == Code.DONE) {
            body = body.with("creditNo", new Tree.Text("C-" + orderNo));
        }
        return Tree.Fields.empty().with("head", head).with("body", body);
    }

    /** The callback that tells a decision. */
    Tree callback(String messageNo, Code code, String orderNo) {
        return Tree.Fields.empty()
                .with("head", Tree.Fields.empty().with("msgId", new Tree.Text(messageNo)))
                .with(
                        "body",
                        Tree.Fields.empty()
                                .with("loanNo", new Tree.Text(orderNo))
                                .with("status", new Tree.Text(codes.getOrDefault(code, "?"))));
    }
}
