package io.jointlending.fund.route.persistence;

import io.jointlending.fund.route.domain.Copies;
import io.jointlending.support.tx.Transactions;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/** Copies of the table {@code configuration_copy}. */
public final class MyBatisCopies implements Copies {
    private final Transactions transactions;
    private final CopyMapper mapper;

    /** On the database of this session. */
    public MyBatisCopies(Transactions transactions, SqlSession session) {
        this.transactions = transactions;
        this.mapper = Mappers.of(session, CopyMapper.class);
    }

    @Override
    public void keep(String kind, String code, long version, String body) {
        // Read first: an answer that is kept already is the usual case, and costs no write.
        if (!body.equals(mapper.find(kind, code))) {
            transactions.inTransaction(() -> mapper.keep(kind, code, version, body));
        }
    }

    @Override
    public Optional<String> find(String kind, String code) {
        return Optional.ofNullable(mapper.find(kind, code));
    }
}
