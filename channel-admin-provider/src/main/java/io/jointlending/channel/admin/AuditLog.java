package io.jointlending.channel.admin;

import io.jointlending.api.runtime.CurrentTrace;
import io.jointlending.api.runtime.TraceParent;
import io.jointlending.support.json.Json;
import io.jointlending.support.rpc.CallContext;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** Who changed what. A row is added in the transaction of the change it tells of, so that neither exists alone. */
public final class AuditLog {
    static final String PRODUCT = "PRODUCT";
    static final String SCHEME = "SCHEME";
    static final String INSTITUTION = "INSTITUTION";
    static final String FUND_CHANNEL = "FUND_CHANNEL";

    private final AuditMapper mapper;

    /** On the table {@code audit_log}. */
    public AuditLog(SqlSession session) {
        this.mapper = Mappers.of(session, AuditMapper.class);
    }

    void add(Change change, String targetKind, String targetCode, @Nullable Object beforeState, Object afterState) {
        TraceParent trace = CurrentTrace.get();
        mapper.insert(new AuditRow(
                change.operator(),
                CallContext.caller(),
                change.action(),
                targetKind,
                targetCode,
                change.requestNo(),
                beforeState == null ? null : Json.write(beforeState),
                Json.write(afterState),
                trace == null ? null : trace.traceId()));
    }

    /**
     * What a person asked for.
     *
     * @param action method of the contract
     * @param requestNo number of the command
     * @param operator who asked
     */
    record Change(String action, String requestNo, String operator) {}
}
