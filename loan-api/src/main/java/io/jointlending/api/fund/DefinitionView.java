package io.jointlending.api.fund;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A published version.
 *
 * @param kind FLOW or CHANNEL
 * @param name name
 * @param version version
 * @param status DRAFT, ACTIVE or RETIRED
 * @param sha256 of its text, hex
 * @param publishedBy who published it
 * @param activatedBy another person, or null
 * @param text its text, or null in lists
 * @param diagram a flow as a state diagram in the notation of Mermaid, or null in lists and for channels
 */
public record DefinitionView(
        String kind,
        String name,
        Integer version,
        String status,
        String sha256,
        String publishedBy,
        @Nullable String activatedBy,
        @Nullable String text,
        @Nullable String diagram)
        implements Serializable {}
