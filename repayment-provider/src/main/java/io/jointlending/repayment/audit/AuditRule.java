package io.jointlending.repayment.audit;

import java.util.List;

/** A rule of the books of one order. The names are stored; they are never changed. */
enum AuditRule {
    SUB_ORDERS_ADD_UP("in every cell the sub-orders add up to the master order, due and settled"),
    WITHIN_BOUNDS("nothing is settled below zero or beyond what is due"),
    STATUS_FITS("a ledger is settled exactly when nothing is open, and its sub-orders with it"),
    EVENTS_EXPLAIN_MASTER("what is settled of the master order is what its events did"),
    LINES_EXPLAIN_SUB_ORDERS("what is settled of a sub-order is what its split lines say"),
    SPLIT_IS_THE_EVENT("the split lines of an event add up to its lines"),
    PRINCIPAL_IS_WHOLE("the principal dues are the loan, those of a sub-order its contribution"),
    EVENTS_WITHOUT_GAP("the events are numbered without a gap and all of them are split"),
    RETURNABLE_IS_PAID("returnable principal is what money settled of the principal"),
    CLOSED_DATE_STAYS("no line on a closed date was written after its close");

    private final String meaning;

    AuditRule(String meaning) {
        this.meaning = meaning;
    }

    String meaning() {
        return meaning;
    }

    /** One row for each of these orders that breaks the rule. */
    List<BrokenRow> look(CellAuditMapper cells, EventAuditMapper events, BookPlace place, List<String> orderNos) {
        String suffix = place.suffix();
        return switch (this) {
            case SUB_ORDERS_ADD_UP -> cells.addUp(suffix, orderNos);
            case WITHIN_BOUNDS -> cells.bounds(suffix, orderNos);
            case STATUS_FITS -> cells.status(suffix, orderNos);
            case EVENTS_EXPLAIN_MASTER -> events.master(suffix, orderNos);
            case LINES_EXPLAIN_SUB_ORDERS -> events.subOrders(suffix, orderNos);
            case SPLIT_IS_THE_EVENT -> events.splits(suffix, orderNos);
            case PRINCIPAL_IS_WHOLE -> cells.principal(suffix, orderNos);
            case EVENTS_WITHOUT_GAP -> events.events(suffix, orderNos);
            case RETURNABLE_IS_PAID -> events.returnable(suffix, orderNos);
            case CLOSED_DATE_STAYS -> events.closedDates(suffix, orderNos);
        };
    }
}
