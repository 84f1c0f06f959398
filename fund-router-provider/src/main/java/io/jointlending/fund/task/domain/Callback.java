package io.jointlending.fund.task.domain;

import io.jointlending.fund.flow.domain.tree.Tree;

/**
 * A callback in the inbox: verified, not applied yet.
 *
 * @param id order of arrival
 * @param channel who sent it
 * @param event what it is about
 * @param dedupId the institution's own number of it
 * @param bizNo business number it names
 * @param body the values that definitions take of it
 */
public record Callback(long id, String channel, String event, String dedupId, String bizNo, Tree body) {
    /** What became of a callback. */
    public enum Status {
        /** Waits for its task to come to the step that awaits it. */
        PENDING,
        /** Applied to its task. */
        APPLIED,
        /** Its task went on without it, to the same end. */
        LATE,
        /** Its task ended differently. */
        CONTRADICTS,
        /** Says nothing that fits. */
        REFUSED
    }
}
