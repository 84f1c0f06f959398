package io.jointlending.api.ops;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

/**
 * Asks for one process to leave the registry.
 *
 * @param application Dubbo application name
 * @param instance host, port and process id, so that a process that took over the port since is not meant
 * @param force also when a service would have no provider: its callers fail then
 * @param operator who decides
 * @param reason why
 */
public record InstanceOfflineRequest(
        @NotBlank @Pattern(regexp = "[A-Za-z0-9_.-]{1,64}") String application,
        @NotBlank @Pattern(regexp = "[A-Za-z0-9.-]{1,40}:[0-9]{1,5}:[0-9]{1,10}") String instance,
        @NotNull Boolean force,
        @NotBlank @Pattern(regexp = "[A-Za-z0-9_.@-]{1,64}") String operator,
        @NotBlank @Size(max = 255) String reason)
        implements Serializable {}
