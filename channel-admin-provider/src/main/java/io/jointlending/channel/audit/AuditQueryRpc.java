package io.jointlending.channel.audit;

import io.jointlending.api.RpcResult;
import io.jointlending.api.channel.AuditEntryView;
import io.jointlending.api.channel.AuditPageView;
import io.jointlending.api.channel.AuditQueryService;
import io.jointlending.api.channel.AuditSearchQuery;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.channel.store.Mappers;
import io.jointlending.support.error.Refusal;
import java.util.List;
import org.apache.ibatis.session.SqlSession;

/** Searches the audit by who, what, which and when. */
public final class AuditQueryRpc implements AuditQueryService {
    private final AuditMapper mapper;

    /** On the table {@code audit_log}. */
    public AuditQueryRpc(SqlSession session) {
        this.mapper = Mappers.of(session, AuditMapper.class);
    }

    @Override
    public RpcResult<AuditPageView> search(AuditSearchQuery query) {
        require((query.targetKind() == null) == (query.targetCode() == null), "targetCode", "goes with targetKind");
        require((query.afterAt() == null) == (query.afterEntry() == null), "afterEntry", "goes with afterAt");
        require(
                query.from() == null || query.until() == null || !query.from().isAfter(query.until()),
                "until",
                "is before from");
        List<AuditEntryView> found = mapper.search(query, query.pageSize() + 1);
        boolean more = found.size() > query.pageSize();
        return RpcResult.ok(new AuditPageView(more ? List.copyOf(found.subList(0, query.pageSize())) : found, more));
    }

    private static void require(boolean holds, String field, String rule) {
        if (!holds) {
            throw new Refusal(ErrorCodes.INVALID_REQUEST, field + " " + rule, field);
        }
    }
}
