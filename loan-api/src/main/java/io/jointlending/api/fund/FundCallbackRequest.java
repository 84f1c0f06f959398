package io.jointlending.api.fund;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

/**
 * A callback of an institution as a gateway received it.
 *
 * @param channel our integration with the institution
 * @param event what it is about
 * @param address IP address that it came from
 * @param body its bytes as they came, in base64, at most 1 MiB of them
 */
public record FundCallbackRequest(
        @NotBlank @Pattern(regexp = "[a-z][a-z0-9-]{0,30}") String channel,
        @NotBlank @Pattern(regexp = "[a-z][a-z0-9-]{0,63}") String event,
        @NotBlank @Pattern(regexp = "[0-9a-fA-F.:]{2,45}") String address,
        @NotBlank @Size(max = 1398104) String body)
        implements Serializable {}
