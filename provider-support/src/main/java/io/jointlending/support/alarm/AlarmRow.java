package io.jointlending.support.alarm;

/** An alarm that nobody was told of yet, in the order of the columns read. */
record AlarmRow(long id, String alarmCode, String subjectKey, String detail, int attempts) {
    Alarm alarm() {
        return new Alarm(alarmCode, subjectKey, detail);
    }
}
