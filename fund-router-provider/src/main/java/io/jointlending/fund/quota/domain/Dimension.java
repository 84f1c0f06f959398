package io.jointlending.fund.quota.domain;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** What a quota (额度) counts. The order of the names is the order in which rows are locked. */
public enum Dimension {
    /** What is lent and not yet given back by settled orders. */
    BALANCE,
    /** What is lent on one business day. */
    DAY,
    /** What is lent in all. */
    TOTAL;

    /** The period of what never begins anew. */
    public static final String EVER = "-";

    /** The period of a row that counts this on a business day. */
    public String period(LocalDate day) {
        return this == DAY ? DateTimeFormatter.BASIC_ISO_DATE.format(day) : EVER;
    }
}
