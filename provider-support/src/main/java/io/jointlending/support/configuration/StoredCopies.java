package io.jointlending.support.configuration;

import io.jointlending.support.tx.Transactions;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;

/** Copies of the table {@code configuration_copy}, which a provider has that holds configuration. */
public final class StoredCopies implements Copies {
    private static final Logger LOG = LoggerFactory.getLogger(StoredCopies.class);

    private final Transactions transactions;
    private final CopyMapper mapper;

    /** On the database of this session. */
    public StoredCopies(Transactions transactions, SqlSession session) {
        this.transactions = transactions;
        if (!session.getConfiguration().hasMapper(CopyMapper.class)) {
            session.getConfiguration().addMapper(CopyMapper.class);
        }
        this.mapper = session.getMapper(CopyMapper.class);
    }

    @Override
    public void keep(String kind, String code, long version, String body) {
        // Read first: an answer that is kept already is the usual case, and costs no write.
        if (!body.equals(mapper.find(kind, code))) {
            transactions.inTransaction(() -> mapper.keep(kind, code, version, body));
        }
    }

    @Override
    public boolean publish(String kind, String code, long version, String body) {
        return transactions.inTransaction(() -> {
            if (mapper.replaceOlder(kind, code, version, body) == 1) {
                return true;
            }
            if (mapper.find(kind, code) == null) {
                try {
                    return mapper.insert(kind, code, version, body) == 1;
                } catch (DuplicateKeyException keptMeanwhile) {
                    LOG.debug("the first copy of kind={} code={} came by another message", kind, code);
                }
            }
            // an older one may have been kept since the first look
            return mapper.replaceOlder(kind, code, version, body) == 1;
        });
    }

    @Override
    public Optional<String> find(String kind, String code) {
        return Optional.ofNullable(mapper.find(kind, code));
    }
}
