package io.jointlending.support.alarm;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line of level ERROR per alarm, which starts with {@code alarm=}. */
public final class LogSink implements AlarmSink {
    private static final Logger LOG = LoggerFactory.getLogger(LogSink.class);

    @Override
    public void raise(Alarm alarm) {
        LOG.error("alarm={} subject={}: {}", alarm.code(), alarm.subject(), alarm.detail());
    }
}
