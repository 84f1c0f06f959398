package io.jointlending.repayment.ledger.persistence;

import io.jointlending.repayment.ledger.domain.Composition;
import io.jointlending.repayment.ledger.domain.Seat;
import io.jointlending.repayment.ledger.domain.SharedInstallment;
import io.jointlending.repayment.ledger.domain.SplitLine;
import io.jointlending.repayment.ledger.domain.SubLedgers;
import io.jointlending.support.money.Amounts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A row of {@code sub_installment}, or of {@code split_line}, with that of its {@code sub_ledger}. */
record SubRow(
        String subOrderNo,
        int seat,
        String institutionCode,
        boolean isLead,
        long weight,
        long contributionFen,
        @Nullable BigDecimal ownAnnualRate,
        int installmentNo,
        long duePenaltyFen,
        long settledPenaltyFen,
        long dueFeeFen,
        long settledFeeFen,
        long dueInterestFen,
        long settledInterestFen,
        long duePrincipalFen,
        long settledPrincipalFen) {

    SplitLine line() {
        return new SplitLine(place(), installmentNo, due(), settled());
    }

    /** The sub-ledgers that these rows, sorted by installment and seat, make up. */
    static SubLedgers subLedgers(List<SubRow> rows) {
        List<Seat> seats = rows.stream().map(SubRow::place).distinct().toList();
        SortedMap<Integer, List<SubRow>> byInstallment = new TreeMap<>();
        for (SubRow row : rows) {
            byInstallment
                    .computeIfAbsent(row.installmentNo, no -> new ArrayList<>())
                    .add(row);
        }
        SortedMap<Integer, SharedInstallment> installments = new TreeMap<>();
        byInstallment.forEach((no, shares) -> {
            if (!shares.stream().map(SubRow::place).toList().equals(seats)) {
                throw new IllegalStateException("Installment " + no + " is shared by " + shares + ", not by " + seats);
            }
            installments.put(
                    no,
                    new SharedInstallment(
                            no,
                            shares.stream().map(SubRow::due).toList(),
                            shares.stream().map(SubRow::settled).toList()));
        });
        return new SubLedgers(new Composition(seats), installments);
    }

    private Seat place() {
        return new Seat(subOrderNo, seat, institutionCode, isLead, weight, contributionFen, ownAnnualRate);
    }

    private Amounts due() {
        return new Amounts(duePrincipalFen, dueInterestFen, duePenaltyFen, dueFeeFen);
    }

    private Amounts settled() {
        return new Amounts(settledPrincipalFen, settledInterestFen, settledPenaltyFen, settledFeeFen);
    }
}
