package io.jointlending.loan.sql;

import org.apache.ibatis.session.SqlSession;

/** Gives a persistence class its own package-private mapper, so that nobody else ever sees it. */
public final class Mappers {
    private Mappers() {}

    /** The mapper on a session that joins the running transaction. */
    public static <M> M of(SqlSession session, Class<M> type) {
        if (!session.getConfiguration().hasMapper(type)) {
            session.getConfiguration().addMapper(type);
        }
        return session.getMapper(type);
    }
}
