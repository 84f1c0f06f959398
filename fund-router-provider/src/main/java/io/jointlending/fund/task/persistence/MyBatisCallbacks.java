package io.jointlending.fund.task.persistence;

import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.flow.text.FlowLoader;
import io.jointlending.fund.flow.text.TreeText;
import io.jointlending.fund.task.domain.Callback;
import io.jointlending.fund.task.domain.Callbacks;
import io.jointlending.support.tx.DatabaseFailure;
import java.time.Duration;
import java.util.List;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** Callbacks of the table {@code fund_callback}. */
public final class MyBatisCallbacks implements Callbacks {
    private static final int MOST = 20;
    private static final int REASON = 200;

    private final CallbackMapper mapper;

    /** On the table {@code fund_callback}. */
    public MyBatisCallbacks(SqlSession session) {
        this.mapper = MyBatisFundTasks.mapper(session, CallbackMapper.class);
    }

    @Override
    public Stored add(String channel, String event, String dedupId, String bizNo, Tree body) {
        String text = TreeText.write(body);
        String hash = FlowLoader.sha256(text);
        try {
            mapper.insert(channel, event, dedupId, bizNo, text, hash);
            return new Stored(true, true);
        } catch (RuntimeException e) {
            if (DatabaseFailure.of(e) == DatabaseFailure.DUPLICATE) {
                return new Stored(false, hash.equals(mapper.bodyHash(channel, event, dedupId)));
            }
            throw e;
        }
    }

    @Override
    public List<Callback> pending(String channel, String bizNo) {
        return mapper.pending(channel, bizNo, MOST).stream()
                .map(CallbackRow::callback)
                .toList();
    }

    @Override
    public boolean settle(long id, Callback.Status status, @Nullable Long taskId, @Nullable String reason) {
        String cut = reason == null || reason.length() <= REASON ? reason : reason.substring(0, REASON);
        return mapper.settle(id, status.name(), taskId, cut) == 1;
    }

    @Override
    public int orphans(Duration age, int limit) {
        return mapper.orphans(MoveRow.micros(age), limit);
    }
}
