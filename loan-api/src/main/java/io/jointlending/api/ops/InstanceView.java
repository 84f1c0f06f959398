package io.jointlending.api.ops;

import java.io.Serializable;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One process.
 *
 * @param application Dubbo application name
 * @param address host and port that it serves, as it is registered
 * @param instance host, port and process id; null for one that is registered and says nothing of itself
 * @param startedAt UTC, null where unknown
 * @param state ONLINE: all it exports is registered; PARTIAL: some of it; OFFLINE: nothing
 * @param agent whether it can be taken offline from here: the agent runs in it and has its HTTP door open
 * @param registrations what it exports, and whether it is registered, for each registry
 * @param lastAct the last time it was taken offline or online from here since it started, null for never
 */
public record InstanceView(
        String application,
        String address,
        @Nullable String instance,
        @Nullable LocalDateTime startedAt,
        String state,
        Boolean agent,
        List<InstanceRegistrationView> registrations,
        @Nullable InstanceActView lastAct)
        implements Serializable {}
