package io.jointlending.fund.sandbox.bank;

/** What goes wrong with one answer. */
enum Fault {
    /** Nothing. */
    NONE,
    /** The bank has too much to do and takes nothing. */
    BUSY,
    /** The answer comes after the caller has given up; what was asked is done. */
    LATE,
    /** What was asked is done, and the connection closed without an answer. */
    LOST,
    /** The connection closes before anything was done. */
    LOST_BEFORE,
    /** The answer comes one byte at a time. */
    DRIP,
    /** A signature that does not fit. */
    BAD_SIGNATURE,
    /** What was asked is done, and a proxy answers 502 with a page. */
    BAD_GATEWAY,
    /** A code that nobody told us. */
    UNKNOWN_CODE
}
