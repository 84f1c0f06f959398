package io.jointlending.fund.route.persistence;

import org.apache.ibatis.session.SqlSession;

/** Mappers of this package: they stay invisible outside, so each store fetches its own from the session. */
final class Mappers {
    private Mappers() {}

    static <M> M of(SqlSession session, Class<M> type) {
        if (!session.getConfiguration().hasMapper(type)) {
            session.getConfiguration().addMapper(type);
        }
        return session.getMapper(type);
    }
}
