package io.jointlending.api.ops;

import java.io.Serializable;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The last time that an instance was asked to leave or to come back.
 *
 * @param command OFFLINE or ONLINE
 * @param operator who asked
 * @param reason why
 * @param force whether the guard was overruled
 * @param begunAt UTC
 * @param running true until the agent has answered
 * @param exitCode of the agent: 0 done, 5 refused by the guard, 6 not confirmed by the registry, 7 calls still run; null while it runs
 *     and where the agent could not be asked
 * @param message of the agent, null while it runs
 */
public record InstanceActView(
        String command,
        String operator,
        String reason,
        Boolean force,
        LocalDateTime begunAt,
        Boolean running,
        @Nullable Integer exitCode,
        @Nullable String message)
        implements Serializable {}
