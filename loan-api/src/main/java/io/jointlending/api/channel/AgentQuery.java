package io.jointlending.api.channel;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;

/**
 * Names a customer manager.
 *
 * @param agentNo number
 */
public record AgentQuery(@NotBlank @Pattern(regexp = Patterns.CODE) String agentNo) implements Serializable {}
