package io.jointlending.support.idempotency;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.tx.DatabaseFailure;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** Commands of {@code idempotent_command}. */
final class StoredCommands implements CommandStore {
    private final CommandMapper mapper;

    StoredCommands(SqlSession session) {
        if (!session.getConfiguration().hasMapper(CommandMapper.class)) {
            session.getConfiguration().addMapper(CommandMapper.class);
        }
        this.mapper = session.getMapper(CommandMapper.class);
    }

    @Override
    public boolean insert(CommandKey key, String bodyHash) {
        try {
            return mapper.insert(key, bodyHash) == 1;
        } catch (RuntimeException e) {
            return switch (DatabaseFailure.of(e)) {
                case DUPLICATE -> false;
                case LOCK_WAIT -> throw new Refusal(ErrorCodes.PROCESSING, "requestNo");
                default -> throw e;
            };
        }
    }

    @Override
    public @Nullable CommandRow find(CommandKey key) {
        return mapper.find(key);
    }

    @Override
    public void answer(CommandKey key, String answer) {
        int rows = mapper.answer(key, answer);
        if (rows != 1) {
            throw new IllegalStateException("answer of " + key + " stored in " + rows + " rows instead of 1");
        }
    }
}
