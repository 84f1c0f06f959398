package io.jointlending.repayment.quote.persistence;

import io.jointlending.api.repayment.QuoteView;
import io.jointlending.repayment.quote.application.StoredQuotes;
import io.jointlending.repayment.quote.domain.QuoteKey;
import io.jointlending.support.json.Json;
import io.jointlending.support.order.OrderNumbers;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** Quotes in tables. */
public final class MyBatisStoredQuotes implements StoredQuotes {
    private final QuoteMapper mapper;

    /** Quotes of this session's database. */
    public MyBatisStoredQuotes(SqlSession session) {
        if (!session.getConfiguration().hasMapper(QuoteMapper.class)) {
            session.getConfiguration().addMapper(QuoteMapper.class);
        }
        this.mapper = session.getMapper(QuoteMapper.class);
    }

    @Override
    public OptionalLong ledgerVersion(String orderNo) {
        @Nullable Long version = mapper.ledgerVersion(orderNo);
        return version == null ? OptionalLong.empty() : OptionalLong.of(version);
    }

    @Override
    public Optional<QuoteView> find(QuoteKey key) {
        return Optional.ofNullable(mapper.find(key.orderNo(), key.ledgerVersion(), key.businessDate()))
                .map(body -> Json.read(body, QuoteView.class));
    }

    @Override
    public void keep(QuoteKey key, QuoteView quote) {
        mapper.keep(
                key.orderNo(),
                OrderNumbers.geneOf(key.orderNo()),
                key.ledgerVersion(),
                key.businessDate(),
                Json.write(quote));
    }
}
