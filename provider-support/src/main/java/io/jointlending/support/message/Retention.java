package io.jointlending.support.message;

/**
 * How many days rows are kept before the job {@code mq-purge} deletes them; what still needs a person is never deleted.
 *
 * @param sentDays messages that were sent or cancelled
 * @param consumedDays keys of consumed messages: longer than a message can come again
 * @param commandDays answers of commands: longer than a caller asks again
 * @param jobDays finished shards of jobs
 * @param alarmDays alarms that somebody was told of
 * @param auditDays what operators did with messages: as long as an auditor may ask
 */
public record Retention(int sentDays, int consumedDays, int commandDays, int jobDays, int alarmDays, int auditDays) {
    private static final int LONGEST_REDELIVERY_DAYS = 7;

    /** Refuses what would let a message have its effect twice. */
    public Retention {
        if (sentDays < 1 || commandDays < 1 || jobDays < 2 || alarmDays < 1 || auditDays < 1) {
            throw new IllegalArgumentException("kept too short: sent " + sentDays + ", commands " + commandDays
                    + ", jobs " + jobDays + ", alarms " + alarmDays + ", audit " + auditDays + " days");
        }
        if (consumedDays < LONGEST_REDELIVERY_DAYS || consumedDays <= sentDays) {
            throw new IllegalArgumentException("consumed keys must be kept longer than sent messages (" + sentDays
                    + " days) and at least " + LONGEST_REDELIVERY_DAYS + ", not " + consumedDays);
        }
    }
}
