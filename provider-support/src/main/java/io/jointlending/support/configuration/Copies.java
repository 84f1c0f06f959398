package io.jointlending.support.configuration;

import java.util.Optional;

/** The newest entries that channel-admin-provider told this provider of, by kind and code. */
public interface Copies {
    /** Keeps what channel-admin-provider has just answered, unless a newer version is kept. */
    void keep(String kind, String code, long version, String body);

    /**
     * Takes what a message says, in its transaction.
     *
     * @return false when this version or a newer one is kept, and nothing was changed
     */
    boolean publish(String kind, String code, long version, String body);

    /** The entry that is kept. */
    Optional<String> find(String kind, String code);
}
