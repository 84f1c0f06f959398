package io.jointlending.channel.iam;

import io.jointlending.channel.store.Mappers;
import io.jointlending.support.identity.SessionCache;
import io.jointlending.support.tx.Transactions;
import org.apache.ibatis.session.SqlSession;

/** Five failures lock a name, and an address, for 15 minutes each. */
public final class LoginGuard {
    private static final int MOST_FAILURES = 5;
    private static final String USER = "USER";
    private static final String ADDRESS = "ADDRESS";

    private final Transactions transactions;
    private final LoginGuardMapper mapper;

    /** On the table {@code iam_login_guard}. */
    public LoginGuard(Transactions transactions, SqlSession session) {
        this.transactions = transactions;
        this.mapper = Mappers.of(session, LoginGuardMapper.class);
    }

    /** Counts an attempt; false when the name or the address is locked. Committed whatever becomes of the attempt. */
    boolean begin(String loginName, String address) {
        return transactions.inNewTransaction(() -> {
            boolean user = count(USER, SessionCache.hash(loginName));
            boolean from = count(ADDRESS, SessionCache.hash(address));
            return user && from;
        });
    }

    private boolean count(String kind, String hash) {
        mapper.count(kind, hash);
        return mapper.refused(kind, hash, MOST_FAILURES) == 0;
    }

    void failed(String loginName, String address) {
        transactions.inNewTransaction(() -> {
            mapper.lockWhenMany(USER, SessionCache.hash(loginName), MOST_FAILURES);
            return mapper.lockWhenMany(ADDRESS, SessionCache.hash(address), MOST_FAILURES);
        });
    }

    void succeeded(String loginName, String address) {
        transactions.inNewTransaction(() -> {
            mapper.forget(USER, SessionCache.hash(loginName));
            return mapper.takeBack(ADDRESS, SessionCache.hash(address));
        });
    }

    /** The attempt did not take place. */
    void cancelled(String loginName, String address) {
        transactions.inNewTransaction(() -> {
            mapper.takeBack(USER, SessionCache.hash(loginName));
            return mapper.takeBack(ADDRESS, SessionCache.hash(address));
        });
    }

    int purge(int limit) {
        return mapper.purge(limit);
    }
}
