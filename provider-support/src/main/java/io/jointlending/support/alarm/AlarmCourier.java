package io.jointlending.support.alarm;

import io.jointlending.support.tx.Transactions;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of the alarms that are in the table: each is in the log of one instance, and at the webhook if there is one, which
 * is tried again until it takes it. Instances share the alarms.
 */
public final class AlarmCourier {
    private static final Logger LOG = LoggerFactory.getLogger(AlarmCourier.class);
    private static final int BATCH = 20;

    private final Transactions transactions;
    private final AlarmMapper mapper;
    private final AlarmSink log;
    private final Optional<AlarmSink> webhook;

    /**
     * A courier.
     *
     * @param log gets each alarm once
     * @param webhook gets each alarm until it does not fail
     */
    public AlarmCourier(Transactions transactions, SqlSession session, AlarmSink log, Optional<AlarmSink> webhook) {
        this.transactions = transactions;
        this.mapper = Alarms.mapperOf(session);
        this.log = log;
        this.webhook = webhook;
    }

    /** One round: tells of up to 20 alarms; returns how many were told. */
    public int deliver() {
        List<AlarmRow> due = transactions.inTransaction(() -> {
            List<AlarmRow> rows = mapper.lockDue(BATCH);
            rows.forEach(mapper::lease);
            return rows;
        });
        int told = 0;
        for (AlarmRow row : due) {
            if (told(row)) {
                transactions.inTransaction(() -> {
                    mapper.delivered(row.id());
                });
                told++;
            }
        }
        return told;
    }

    private boolean told(AlarmRow row) {
        if (row.attempts() == 0) {
            log.raise(row.alarm());
        }
        try {
            webhook.ifPresent(sink -> sink.raise(row.alarm()));
            return true;
        } catch (RuntimeException e) { // the owner of a loop: one alarm must not hold up the others
            LOG.warn("alarm={} subject={} is told again later: {}", row.alarmCode(), row.subjectKey(), e.toString());
            return false;
        }
    }
}
