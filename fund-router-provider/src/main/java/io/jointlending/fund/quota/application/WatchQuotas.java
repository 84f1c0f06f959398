package io.jointlending.fund.quota.application;

import io.jointlending.fund.quota.domain.Quota;
import io.jointlending.fund.quota.domain.Quotas;
import io.jointlending.support.alarm.Alarm;
import io.jointlending.support.alarm.Alarms;
import io.jointlending.support.time.BusinessCalendar;
import io.jointlending.support.tx.Transactions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends reservations that nobody ended, which is an error of this program and told as one, and tells of quotas that run short.
 * One round is bounded; instances may run it side by side.
 */
public final class WatchQuotas {
    private static final Logger LOG = LoggerFactory.getLogger(WatchQuotas.class);
    private static final int BATCH = 100;
    private static final int MAX_PAGES = 20;

    private final Transactions transactions;
    private final Quotas quotas;
    private final Alarms alarms;
    private final BusinessCalendar calendar;
    private final Duration age;
    private final Counter leaks;

    /**
     * A watch.
     *
     * @param age how old a reservation is at least before it counts as left behind
     */
    public WatchQuotas(
            Transactions transactions,
            Quotas quotas,
            Alarms alarms,
            BusinessCalendar calendar,
            Duration age,
            MeterRegistry meters) {
        this.transactions = transactions;
        this.quotas = quotas;
        this.alarms = alarms;
        this.calendar = calendar;
        this.age = age;
        this.leaks = Counter.builder("jl.fund.quota.leaks")
                .description("reservations that nobody ended; more than 0 is an error")
                .register(meters);
    }

    /** One round: how many reservations it ended. */
    public int round() {
        tellOfShortage();
        int ended = 0;
        for (Quotas.Leak leak : quotas.leaks(age, BATCH)) {
            boolean done = transactions.inTransaction(() -> end(leak));
            if (done) {
                ended++;
                leaks.increment();
                LOG.error(
                        "quota leak orderNo={} attempt={} institution={} used={}",
                        leak.orderNo(),
                        leak.attempt(),
                        leak.institutionCode(),
                        leak.used());
            }
        }
        return ended;
    }

    private boolean end(Quotas.Leak leak) {
        if (!quotas.end(leak)) {
            return false;
        }
        alarms.raiseHourly(new Alarm(
                "QUOTA_LEAK",
                leak.institutionCode(),
                "a reservation of order " + leak.orderNo() + " was left behind and is "
                        + (leak.used() ? "used" : "given back") + " now"));
        return true;
    }

    private void tellOfShortage() {
        String after = "";
        for (int page = 0; page < MAX_PAGES; page++) {
            List<Quota> some = quotas.page(calendar.today(), after, BATCH);
            some.stream().filter(Quota::scarce).forEach(this::tell);
            if (some.size() < BATCH) {
                return;
            }
            after = some.get(some.size() - 1).institutionCode();
        }
    }

    private void tell(Quota quota) {
        transactions.inTransaction(() -> alarms.raiseHourly(new Alarm(
                "QUOTA_SCARCE",
                quota.institutionCode() + "-" + quota.dimension(),
                quota.dimension() + " of " + quota.institutionCode() + " has " + quota.headroomFen() + " fen left of "
                        + quota.limitFen())));
    }
}
