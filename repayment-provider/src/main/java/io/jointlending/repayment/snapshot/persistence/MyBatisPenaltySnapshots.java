package io.jointlending.repayment.snapshot.persistence;

import io.jointlending.repayment.snapshot.domain.ChannelOverdue;
import io.jointlending.repayment.snapshot.domain.OverdueDay;
import io.jointlending.repayment.snapshot.domain.OverdueInstallment;
import io.jointlending.repayment.snapshot.domain.PenaltySnapshot;
import io.jointlending.repayment.snapshot.domain.PenaltySnapshots;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.session.SqlSession;

/** Snapshots in tables. */
public final class MyBatisPenaltySnapshots implements PenaltySnapshots {
    private final SnapshotMapper mapper;

    /** Snapshots of this session's database. */
    public MyBatisPenaltySnapshots(SqlSession session) {
        if (!session.getConfiguration().hasMapper(SnapshotMapper.class)) {
            session.getConfiguration().addMapper(SnapshotMapper.class);
        }
        this.mapper = session.getMapper(SnapshotMapper.class);
    }

    @Override
    public List<OverdueInstallment> overdue(LocalDate day, int shardKey, String afterOrderNo, int limit) {
        return mapper.overdue(day, shardKey, afterOrderNo, limit).stream()
                .map(OverdueRow::installment)
                .toList();
    }

    @Override
    public void add(List<PenaltySnapshot> snapshots) {
        int stored = mapper.insert(snapshots);
        if (stored != snapshots.size()) {
            throw new IllegalStateException("stored " + stored + " of " + snapshots.size() + " snapshots");
        }
    }

    @Override
    public void addOverdue(LocalDate businessDate, List<ChannelOverdue> overdue) {
        mapper.addOverdue(businessDate, overdue);
    }

    @Override
    public List<OverdueDay> overdueOf(String channelCode, LocalDate from, LocalDate to) {
        return mapper.overdueOf(channelCode, from, to);
    }

    @Override
    public List<OverdueDay> overdueOn(LocalDate businessDate) {
        return mapper.overdueOn(businessDate);
    }
}
