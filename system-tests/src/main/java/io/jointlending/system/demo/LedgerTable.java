package io.jointlending.system.demo;

import static io.jointlending.system.demo.Narrator.yuan;

import io.jointlending.api.repayment.AmountsView;
import io.jointlending.api.repayment.LedgerInstallmentView;
import io.jointlending.api.repayment.LedgerView;
import io.jointlending.api.repayment.RepaymentLineView;
import io.jointlending.api.repayment.RepaymentView;
import io.jointlending.api.repayment.SubLedgerView;
import java.util.ArrayList;
import java.util.List;

/** Shows ledgers and repayments as tables in yuan. */
final class LedgerTable {
    private final Narrator narrator;

    LedgerTable(Narrator narrator) {
        this.narrator = narrator;
    }

    /** What one repayment settled, the master's line first and the institutions below it. */
    void repayment(RepaymentView view) {
        List<List<String>> rows = new ArrayList<>();
        for (RepaymentLineView master : view.lines()) {
            if (master.institutionCode() != null) {
                continue;
            }
            rows.add(row("installment " + master.installmentNo(), master.settled()));
            for (RepaymentLineView sub : view.lines()) {
                if (sub.institutionCode() != null && sub.installmentNo().equals(master.installmentNo())) {
                    rows.add(row("  " + sub.institutionCode(), sub.settled()));
                }
            }
        }
        narrator.table(List.of("", "interest", "principal", "together"), rows);
    }

    /** What is still open, per ledger and installment. */
    void open(LedgerView ledger) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(openRow("master " + ledger.status(), ledger.installments()));
        for (SubLedgerView sub : ledger.subLedgers()) {
            rows.add(openRow(sub.institutionCode() + " " + sub.status(), sub.installments()));
        }
        List<String> heads = new ArrayList<>(List.of("open"));
        ledger.installments().forEach(installment -> heads.add("no " + installment.installmentNo()));
        heads.add("settled");
        narrator.table(heads, rows);
    }

    private static List<String> openRow(String name, List<LedgerInstallmentView> installments) {
        List<String> row = new ArrayList<>(List.of(name));
        long settled = 0;
        for (LedgerInstallmentView installment : installments) {
            row.add(yuan(installment.due().totalFen() - installment.settled().totalFen()));
            settled = Math.addExact(settled, installment.settled().totalFen());
        }
        row.add(yuan(settled));
        return row;
    }

    private static List<String> row(String name, AmountsView amounts) {
        return List.of(name, yuan(amounts.interestFen()), yuan(amounts.principalFen()), yuan(amounts.totalFen()));
    }
}
