package io.jointlending.support.money;

import java.time.LocalDate;

/** Where an installment stands on a day. */
public enum Standing {
    /** Its due date is over. */
    PAST_DUE,
    /** It is due on this day. */
    DUE,
    /** Its due date is still to come. */
    IN_ADVANCE;

    /** The standing of an installment with this due date on a day. */
    public static Standing of(LocalDate dueDate, LocalDate day) {
        if (dueDate.isBefore(day)) {
            return PAST_DUE;
        }
        return dueDate.isEqual(day) ? DUE : IN_ADVANCE;
    }
}
