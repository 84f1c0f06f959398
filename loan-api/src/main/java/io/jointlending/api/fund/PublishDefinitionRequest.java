package io.jointlending.api.fund;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

/**
 * Publishes a version of a flow or channel.
 *
 * @param requestNo idempotency number of this command
 * @param kind FLOW or CHANNEL
 * @param text YAML or JSON; names keys and settings, holds none
 * @param operator who publishes it
 */
public record PublishDefinitionRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotBlank @Pattern(regexp = "FLOW|CHANNEL") String kind,
        @NotBlank @Size(max = 65536) String text,
        @NotBlank @Pattern(regexp = "[A-Za-z0-9_.@-]{1,64}") String operator)
        implements Serializable {}
