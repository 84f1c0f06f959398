package io.jointlending.fund.notice.persistence;

import io.jointlending.fund.notice.domain.Notice;
import io.jointlending.fund.notice.domain.Notices;
import io.jointlending.support.tx.Transactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.ibatis.session.SqlSession;

/** Notices of the table {@code repayment_notice}. */
public final class MyBatisNotices implements Notices {
    private static final int REASON = 200;
    private static final long NANOS_PER_MICRO = 1_000;

    private final Transactions transactions;
    private final NoticeMapper mapper;

    /** Transactions and session share one data source. */
    public MyBatisNotices(Transactions transactions, SqlSession session) {
        if (!session.getConfiguration().hasMapper(NoticeMapper.class)) {
            session.getConfiguration().addMapper(NoticeMapper.class);
        }
        this.transactions = transactions;
        this.mapper = session.getMapper(NoticeMapper.class);
    }

    @Override
    public void add(Notice notice) {
        mapper.insert(notice);
    }

    @Override
    public List<Notice> claim(int limit, Duration lease) {
        return transactions.inTransaction(() -> {
            List<Notice> claimed = new ArrayList<>();
            List<NoticeRow> due = mapper.lockDue(limit);
            if (!due.isEmpty()) {
                mapper.claim(due, micros(lease));
            }
            for (NoticeRow row : due) {
                Notice notice = row.notice();
                claimed.add(new Notice(
                        notice.orderNo(),
                        notice.sequence(),
                        notice.shardKey(),
                        notice.repaymentNo(),
                        notice.kind(),
                        notice.settledSomething(),
                        notice.valueDate(),
                        notice.attempts() + 1,
                        notice.traceparent()));
            }
            return claimed;
        });
    }

    @Override
    public void done(Notice notice, int tasks) {
        if (mapper.done(notice.orderNo(), notice.sequence(), tasks) != 1) {
            throw new IllegalStateException(
                    "notice " + notice.orderNo() + " " + notice.sequence() + " was done by somebody else");
        }
    }

    @Override
    public void putBack(Notice notice, Duration wait, String why) {
        String cut = why.length() <= REASON ? why : why.substring(0, REASON);
        transactions.inTransaction(() -> mapper.putBack(notice.orderNo(), notice.sequence(), micros(wait), cut));
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / NANOS_PER_MICRO;
    }
}
