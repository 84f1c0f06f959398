package io.jointlending.fund.task.domain;

import java.util.List;

/**
 * Whose turn it is when due tasks of a channel are claimed (削峰). What somebody waits for comes first; every fourth round what can wait
 * does, so that it keeps a share however much the other queue grows. Other than in its own round it leaves a place free.
 *
 * @param priority of the tasks that are claimed
 * @param first whether it is the first of the round
 */
public record ClaimTurn(int priority, boolean first) {
    private static final int ROUNDS = 4;

    /** The turns of a round, in order. */
    public static List<ClaimTurn> of(long round) {
        boolean batchFirst = Math.floorMod(round, ROUNDS) == ROUNDS - 1;
        return batchFirst
                ? List.of(new ClaimTurn(FundTask.BATCH, true), new ClaimTurn(FundTask.ONLINE, false))
                : List.of(new ClaimTurn(FundTask.ONLINE, true), new ClaimTurn(FundTask.BATCH, false));
    }

    /** How many may be claimed when so many places are free: never more than there are, because nothing is taken and then waits. */
    public int most(int free) {
        boolean leavesOne = priority == FundTask.BATCH && (!first || free > 1);
        return Math.max(0, leavesOne ? free - 1 : free);
    }
}
