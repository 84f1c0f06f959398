package io.jointlending.channel.store;

import org.apache.ibatis.session.SqlSession;

/** Mappers stay invisible outside their package, so each store fetches its own from the session. */
public final class Mappers {
    private Mappers() {}

    /** The mapper, registered with the session if it is not yet. */
    public static <M> M of(SqlSession session, Class<M> type) {
        if (!session.getConfiguration().hasMapper(type)) {
            session.getConfiguration().addMapper(type);
        }
        return session.getMapper(type);
    }
}
