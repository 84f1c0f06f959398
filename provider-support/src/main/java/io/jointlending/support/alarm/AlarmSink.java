package io.jointlending.support.alarm;

/** Where alarms go. */
@FunctionalInterface
public interface AlarmSink {
    /** Tells somebody. Any exception means that nobody was told: it is tried again later. */
    void raise(Alarm alarm);
}
