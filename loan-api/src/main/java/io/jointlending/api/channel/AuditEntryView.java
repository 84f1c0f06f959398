package io.jointlending.api.channel;

import java.io.Serializable;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One change.
 *
 * @param entryNo number of the entry
 * @param at UTC
 * @param who under whose name it was done
 * @param caller application it came from, with the person in front
 * @param action what was done
 * @param targetKind kind of what was changed
 * @param targetCode its code
 * @param requestNo number of the command
 * @param beforeState JSON before, null when it was created
 * @param afterState JSON afterwards
 * @param traceId trace of the call, or null
 */
public record AuditEntryView(
        Long entryNo,
        LocalDateTime at,
        String who,
        String caller,
        String action,
        String targetKind,
        String targetCode,
        String requestNo,
        @Nullable String beforeState,
        String afterState,
        @Nullable String traceId)
        implements Serializable {}
