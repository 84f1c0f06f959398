package io.jointlending.api.fund;

import java.io.Serializable;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One act of a person.
 *
 * @param entryNo number of the entry
 * @param at UTC
 * @param who who did it
 * @param approver the second person, null where none is needed
 * @param caller application it came from
 * @param action PUBLISH, ACTIVATE, RESUME, JUMP, FINISH, REPIN or BREAKER
 * @param subject what it was done to
 * @param requestNo number of the command
 * @param detail why, and what came of it
 */
public record FundAuditView(
        Long entryNo,
        LocalDateTime at,
        String who,
        @Nullable String approver,
        String caller,
        String action,
        String subject,
        String requestNo,
        String detail)
        implements Serializable {}
