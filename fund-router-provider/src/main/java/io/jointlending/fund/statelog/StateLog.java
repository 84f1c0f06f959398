package io.jointlending.fund.statelog;

import java.util.List;
import org.apache.ibatis.session.SqlSession;

/** Keeps every move, in the transaction of the move. */
public final class StateLog {
    private final StateLogMapper mapper;

    /** On the table {@code state_log}. */
    public StateLog(SqlSession session) {
        if (!session.getConfiguration().hasMapper(StateLogMapper.class)) {
            session.getConfiguration().addMapper(StateLogMapper.class);
        }
        this.mapper = session.getMapper(StateLogMapper.class);
    }

    /** Adds the moves in this order. */
    public void add(List<StateMove> moves) {
        if (!moves.isEmpty()) {
            mapper.insert(moves);
        }
    }
}
