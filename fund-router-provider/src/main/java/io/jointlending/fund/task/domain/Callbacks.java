package io.jointlending.fund.task.domain;

import io.jointlending.fund.flow.domain.tree.Tree;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The inbox of callbacks. */
public interface Callbacks {
    /** Stores a callback, in the running transaction. */
    Stored add(String channel, String event, String dedupId, String bizNo, Tree body);

    /**
     * What came of storing one.
     *
     * @param isNew false when one with this number was there
     * @param sameBody whether the one that was there says the same
     */
    record Stored(boolean isNew, boolean sameBody) {}

    /** Callbacks for a business number that were not applied, in order of arrival, at most 20. */
    List<Callback> pending(String channel, String bizNo);

    /** Says what became of a callback, in the running transaction; false when somebody else has said it. */
    boolean settle(long id, Callback.Status status, @Nullable Long taskId, @Nullable String reason);

    /** Pending callbacks older than this whose business number no task has: how many, at most the limit. */
    int orphans(Duration age, int limit);
}
