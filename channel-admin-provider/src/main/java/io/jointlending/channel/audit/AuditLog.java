package io.jointlending.channel.audit;

import io.jointlending.api.runtime.CurrentTrace;
import io.jointlending.api.runtime.TraceParent;
import io.jointlending.channel.store.Mappers;
import io.jointlending.support.json.Json;
import io.jointlending.support.rpc.CallContext;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** Who changed what. A row is added in the transaction of the change it tells of, so that neither exists alone. */
public final class AuditLog {
    /** Target: a product. */
    public static final String PRODUCT = "PRODUCT";
    /** Target: a ratio scheme. */
    public static final String SCHEME = "SCHEME";
    /** Target: an institution. */
    public static final String INSTITUTION = "INSTITUTION";
    /** Target: a fund channel. */
    public static final String FUND_CHANNEL = "FUND_CHANNEL";
    /** Target: a channel. */
    public static final String CHANNEL = "CHANNEL";
    /** Target: a customer manager. */
    public static final String AGENT = "AGENT";
    /** Target: whose a customer is. */
    public static final String CUSTOMER = "CUSTOMER";
    /** Target: a proposal. */
    public static final String APPROVAL = "APPROVAL";
    /** Target: a user. */
    public static final String USER = "USER";
    /** Target: a process of a provider. */
    public static final String INSTANCE = "INSTANCE";
    /** Target: a role. */
    public static final String ROLE = "ROLE";

    private final AuditMapper mapper;

    /** On the table {@code audit_log}. */
    public AuditLog(SqlSession session) {
        this.mapper = Mappers.of(session, AuditMapper.class);
    }

    /** Adds a row to the running transaction; {@code beforeState} is null when the target was created. */
    public void add(
            Change change, String targetKind, String targetCode, @Nullable Object beforeState, Object afterState) {
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
    public record Change(String action, String requestNo, String operator) {}
}
