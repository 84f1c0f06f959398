package io.jointlending.fund.flow.domain.machine;

import java.time.Duration;

/**
 * An event with what the machine cannot know by itself. Recorded as it is, it replays to the same state.
 *
 * @param event what happened
 * @param elapsed time since the task began, by the database's clock
 * @param jitterPerMille by how much the next wait is longer or shorter, -200 to 200
 */
public record Occurrence(Event event, Duration elapsed, int jitterPerMille) {
    private static final int MOST = 200;

    public Occurrence {
        if (elapsed.isNegative() || jitterPerMille < -MOST || jitterPerMille > MOST) {
            throw new IllegalArgumentException(
                    "elapsed " + elapsed + " and jitter " + jitterPerMille + " per mille of " + event);
        }
    }

    /** An event without jitter. */
    public static Occurrence of(Event event, Duration elapsed) {
        return new Occurrence(event, elapsed, 0);
    }
}
