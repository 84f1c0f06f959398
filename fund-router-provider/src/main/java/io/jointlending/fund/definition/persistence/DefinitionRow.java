package io.jointlending.fund.definition.persistence;

import io.jointlending.fund.definition.domain.Definition;
import org.jspecify.annotations.Nullable;

/** A row of {@code fund_definition}. */
record DefinitionRow(
        String kind,
        String name,
        Integer version,
        String body,
        String sha256,
        String status,
        String publishedBy,
        @Nullable String activatedBy) {
    Definition definition() {
        return new Definition(
                Definition.Kind.valueOf(kind),
                name,
                version,
                body,
                sha256,
                Definition.Status.valueOf(status),
                publishedBy,
                activatedBy);
    }
}
