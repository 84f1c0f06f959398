package io.jointlending.fund.definition.domain;

import java.util.List;
import java.util.Optional;

/** The published versions that are stored. */
public interface Definitions {
    /** Adds a draft, in the running transaction; false when this version exists. */
    boolean add(Definition draft);

    /** The version with the highest number, locked until the running transaction ends. */
    Optional<Definition> lockNewest(Definition.Kind kind, String name);

    /** One version. */
    Optional<Definition> find(Definition.Kind kind, String name, int version);

    /** The active version of every name, by name. */
    List<Definition> active(Definition.Kind kind);

    /** Versions of a name, newest first, at most 100. */
    List<Definition> versions(Definition.Kind kind, String name);

    /** Retires the active version and makes a draft or retired one active, in the running transaction; false if it is neither. */
    boolean activate(Definition version, String by);
}
