package io.jointlending.fund.sandbox.bank;

import io.jointlending.fund.flow.domain.tree.Pointer;
import io.jointlending.fund.flow.domain.tree.Tree;
import java.math.BigDecimal;
import java.util.Map;
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
                    "repayment/notify", BankDesk.REPAY),
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
                    "gateway/repayNotify", BankDesk.REPAY),
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
                        .filter(text -> text.matches("[0-9]{1,14}\\.[0-9]{2}"))
                        .map(text -> new BigDecimal(text).movePointRight(2).longValueExact());
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
