package io.jointlending.loan.memory;

import io.jointlending.loan.payment.domain.Discrepancies;
import io.jointlending.loan.payment.domain.Discrepancy;
import io.jointlending.loan.payment.domain.PaymentReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Discrepancies in memory. */
public final class InMemoryDiscrepancies implements Discrepancies {
    private final Map<PaymentReport, Discrepancy> byReport = new LinkedHashMap<>();

    @Override
    public void add(Discrepancy discrepancy) {
        byReport.putIfAbsent(discrepancy.report(), discrepancy);
    }

    /** In the order of their first report. */
    public List<Discrepancy> all() {
        return List.copyOf(byReport.values());
    }
}
