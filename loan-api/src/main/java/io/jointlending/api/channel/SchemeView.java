package io.jointlending.api.channel;

import io.jointlending.api.Patterns;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.List;

/**
 * A ratio scheme: which institutions fund a loan, by which shares. Never changed once it exists: another ratio is another
 * scheme, and old orders keep theirs.
 *
 * @param schemeCode code
 * @param name name for people
 * @param shares by seat; the basis points add up to 10000 and one is the lead
 */
public record SchemeView(
        @NotBlank @Pattern(regexp = Patterns.CODE) String schemeCode,
        @NotBlank @Size(max = 64) String name,
        @NotEmpty @Size(max = 16) @Valid List<ShareView> shares)
        implements Serializable {}
