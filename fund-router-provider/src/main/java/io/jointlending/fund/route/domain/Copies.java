package io.jointlending.fund.route.domain;

import java.util.Optional;

/** Last answers of channel-admin-provider, kept for the time in which it does not answer. */
public interface Copies {
    /** Keeps an answer unless a newer version is kept. */
    void keep(String kind, String code, long version, String body);

    /** The answer that is kept. */
    Optional<String> find(String kind, String code);
}
