package io.jointlending.fund.notice.domain;

import java.time.Duration;
import java.util.List;

/** The notices that are stored. Times are the database's. */
public interface Notices {
    /** Adds a notice, due at once, in the running transaction; one that is there stays as it is. */
    void add(Notice notice);

    /** Takes notices that are due, in a transaction of its own; nobody else gets them before the lease ends. */
    List<Notice> claim(int limit, Duration lease);

    /** Everybody is told, or there is nobody to tell; in the running transaction. */
    void done(Notice notice, int tasks);

    /** Comes again after this time. */
    void putBack(Notice notice, Duration wait, String why);
}
