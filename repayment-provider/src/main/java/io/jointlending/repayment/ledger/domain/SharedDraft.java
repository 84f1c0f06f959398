package io.jointlending.repayment.ledger.domain;

import io.jointlending.support.money.Amounts;
import io.jointlending.support.money.Component;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A shared installment while one event is split: per component one figure for each institution, in stored order. */
final class SharedDraft {
    private final int installmentNo;
    private final int size;
    private final Map<Component, long[]> dues = new EnumMap<>(Component.class);
    private final Map<Component, long[]> settled = new EnumMap<>(Component.class);

    private SharedDraft(int installmentNo, int size) {
        this.installmentNo = installmentNo;
        this.size = size;
    }

    static SharedDraft of(SharedInstallment shared) {
        SharedDraft draft =
                new SharedDraft(shared.installmentNo(), shared.dues().size());
        for (Component component : Component.values()) {
            draft.dues.put(component, SharedInstallment.column(shared.dues(), component));
            draft.settled.put(component, SharedInstallment.column(shared.settled(), component));
        }
        return draft;
    }

    int installmentNo() {
        return installmentNo;
    }

    long[] dues(Component component) {
        return dues.getOrDefault(component, new long[size]);
    }

    void dues(Component component, long[] fen) {
        dues.put(component, fen);
    }

    long[] settled(Component component) {
        return settled.getOrDefault(component, new long[size]);
    }

    void settled(Component component, long[] fen) {
        settled.put(component, fen);
    }

    /** The installment that it has become; refused where somebody has more settled than is due. */
    SharedInstallment installment() {
        return new SharedInstallment(installmentNo, rows(dues), rows(settled));
    }

    private List<Amounts> rows(Map<Component, long[]> columns) {
        List<Amounts> rows = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            Amounts row = Amounts.ZERO;
            for (Map.Entry<Component, long[]> column : columns.entrySet()) {
                row = row.with(column.getKey(), column.getValue()[i]);
            }
            rows.add(row);
        }
        return rows;
    }
}
