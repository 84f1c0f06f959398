package io.jointlending.repayment.tables;

import org.apache.ibatis.session.SqlSession;

/** Mapper interfaces of a session. */
public final class Mappers {
    private Mappers() {}

    /** The mapper of this type, registered at its first use. */
    public static <M> M of(SqlSession session, Class<M> type) {
        if (!session.getConfiguration().hasMapper(type)) {
            session.getConfiguration().addMapper(type);
        }
        return session.getMapper(type);
    }
}
