package io.jointlending.support.alarm;

import java.util.regex.Pattern;
import org.apache.ibatis.session.SqlSession;

/** Raises alarms in the running transaction: an alarm is there if, and only if, what it reports is committed. */
public final class Alarms {
    private static final int DETAIL = 1000;
    private static final Pattern CODE = Pattern.compile("[A-Z_]{1,32}");
    private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7e]{1,180}");

    private final AlarmMapper mapper;

    /** Alarms of the database of this session. */
    public Alarms(SqlSession session) {
        this.mapper = mapperOf(session);
    }

    static AlarmMapper mapperOf(SqlSession session) {
        if (!session.getConfiguration().hasMapper(AlarmMapper.class)) {
            session.getConfiguration().addMapper(AlarmMapper.class);
        }
        return session.getMapper(AlarmMapper.class);
    }

    /** Raises it; somebody is told again if it was raised before. */
    public void raise(Alarm alarm) {
        if (mapper.raise(checked(alarm)) < 1) {
            throw new IllegalStateException("alarm not stored: " + alarm.code() + " " + alarm.subject());
        }
    }

    /** Raises it, but somebody is told only once an hour: for what comes in thousands. */
    public void raiseHourly(Alarm alarm) {
        mapper.raiseHourly(checked(alarm));
    }

    private static Alarm checked(Alarm alarm) {
        if (!CODE.matcher(alarm.code()).matches()
                || !SUBJECT.matcher(alarm.subject()).matches()) {
            throw new IllegalStateException("not an alarm: " + alarm.code() + " '" + alarm.subject() + "'");
        }
        String detail = alarm.detail();
        return detail.length() <= DETAIL
                ? alarm
                : new Alarm(alarm.code(), alarm.subject(), detail.substring(0, DETAIL));
    }
}
