package io.jointlending.support.deadletter;

import io.jointlending.support.alarm.Alarm;
import io.jointlending.support.alarm.Alarms;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** Writes dead letters in the running transaction, each with one alarm when it opens. */
public final class DeadLetters {
    private static final int OPEN = 0;
    private static final int REPLAYED = 1;
    private static final int GIVEN_UP = 2;

    private final DeadLetterMapper mapper;
    private final Alarms alarms;

    /** Dead letters of the database of this session. */
    public DeadLetters(SqlSession session) {
        if (!session.getConfiguration().hasMapper(DeadLetterMapper.class)) {
            session.getConfiguration().addMapper(DeadLetterMapper.class);
        }
        this.mapper = session.getMapper(DeadLetterMapper.class);
        this.alarms = new Alarms(session);
    }

    /** Opens it, or opens it again; one that is open already is only brought up to date, without another alarm. */
    public void bury(DeadLetter letter) {
        @Nullable Integer known = mapper.lock(letter);
        int rows = known == null ? mapper.insert(letter) : mapper.reopen(letter);
        if (rows != 1) {
            throw new IllegalStateException("dead letter " + letter.key() + " stored in " + rows + " rows");
        }
        if (known == null || known != OPEN) {
            String who = letter.consumerGroup().isEmpty() ? letter.source() : letter.consumerGroup();
            alarms.raise(new Alarm(
                    letter.reason().equals("EXPIRED") ? "MESSAGE_EXPIRED" : "DEAD_LETTER",
                    who + ":" + letter.key(),
                    letter.topic() + ":" + letter.tag() + " " + letter.reason() + " " + letter.detail()));
        }
    }

    /** Closes an open one as replayed; false when none is open. */
    public boolean replayed(String source, String group, String key, String operator) {
        return mapper.resolve(source, group, key, REPLAYED, operator) == 1;
    }

    /** Closes an open one as given up; false when none is open. */
    public boolean givenUp(String source, String group, String key, String operator) {
        return mapper.resolve(source, group, key, GIVEN_UP, operator) == 1;
    }
}
