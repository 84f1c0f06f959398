package io.jointlending.support.order;

import io.jointlending.support.tx.Transactions;
import org.apache.ibatis.session.SqlSession;

/** Segments of {@code number_segment}. */
final class StoredSegments implements NumberSegments {
    private final Transactions transactions;
    private final NumberSegmentMapper mapper;

    StoredSegments(Transactions transactions, SqlSession session) {
        this.transactions = transactions;
        if (!session.getConfiguration().hasMapper(NumberSegmentMapper.class)) {
            session.getConfiguration().addMapper(NumberSegmentMapper.class);
        }
        this.mapper = session.getMapper(NumberSegmentMapper.class);
    }

    @Override
    public long take(String sequence, int size) {
        return transactions.inNewTransaction(() -> {
            mapper.advance(sequence, size);
            return mapper.nextValue(sequence) - size;
        });
    }
}
