package io.jointlending.fund.watch;

import java.util.List;

/** One thing that must not be. */
interface Monitor {
    /** Code of its alarm. */
    String code();

    /** What it finds now, in the running transaction. */
    List<Finding> look();

    /**
     * One thing that was found.
     *
     * @param subject what it is about, visible ASCII
     * @param detail for a person, without personal data
     * @param count how many things it stands for
     */
    record Finding(String subject, String detail, long count) {}
}
