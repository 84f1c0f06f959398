package io.jointlending.channel.iam;

import io.jointlending.channel.store.Mappers;
import io.jointlending.support.cache.ConfigurationCache;
import io.jointlending.support.identity.SessionCache;
import java.time.LocalDateTime;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/** Sessions, by the hash of their token. What ends one is told to every provider after the commit. */
public final class StoredSessions {
    private final SessionMapper mapper;
    private final ConfigurationCache notices;

    /** On the table {@code iam_session}. */
    public StoredSessions(SqlSession session, ConfigurationCache notices) {
        this.mapper = Mappers.of(session, SessionMapper.class);
        this.notices = notices;
    }

    /** Opens a session and returns its end. */
    LocalDateTime open(String tokenHash, String loginName) {
        mapper.insert(tokenHash, loginName);
        LocalDateTime end = mapper.expiresAt(tokenHash);
        if (end == null) {
            throw new IllegalStateException("a session that was just inserted is not there");
        }
        return end;
    }

    /** The user of a session that is alive, which then lives on. */
    Optional<String> alive(String tokenHash) {
        String loginName = mapper.alive(tokenHash);
        if (loginName != null) {
            mapper.touch(tokenHash);
        }
        return Optional.ofNullable(loginName);
    }

    void revoke(String tokenHash) {
        mapper.revoke(tokenHash);
        notices.announceChange(SessionCache.NOTICE, tokenHash);
    }

    void revokeAll(String loginName) {
        mapper.revokeAll(loginName);
        notices.announceChange(SessionCache.NOTICE, SessionCache.ALL);
    }

    void revokeAllOfRole(String roleCode) {
        mapper.revokeAllOfRole(roleCode);
        notices.announceChange(SessionCache.NOTICE, SessionCache.ALL);
    }

    int purge(int limit) {
        return mapper.purge(limit);
    }
}
