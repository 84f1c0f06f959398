package io.jointlending.channel.admin;

import io.jointlending.channel.store.Mappers;
import org.apache.ibatis.session.SqlSession;

/** One number for the whole configuration, which rises with every change: what was looked at as a whole is still the same. */
public final class ConfigurationRevision {
    private final RevisionMapper mapper;

    /** On the table {@code configuration_revision}. */
    public ConfigurationRevision(SqlSession session) {
        this.mapper = Mappers.of(session, RevisionMapper.class);
    }

    long read() {
        return mapper.read();
    }

    /** Holds up every other change until the running transaction ends. */
    long lock() {
        return mapper.lock();
    }

    void next() {
        if (mapper.next() != 1) {
            throw new IllegalStateException("the row of configuration_revision is missing");
        }
    }
}
