package io.jointlending.fund.audit;

import io.jointlending.api.fund.FundAuditQuery;
import io.jointlending.api.fund.FundAuditView;
import io.jointlending.support.rpc.CallContext;
import java.util.List;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** The table {@code fund_audit}. */
public final class FundAudit {
    private static final int DETAIL = 1000;
    private final FundAuditMapper mapper;

    /** On this session. */
    public FundAudit(SqlSession session) {
        if (!session.getConfiguration().hasMapper(FundAuditMapper.class)) {
            session.getConfiguration().addMapper(FundAuditMapper.class);
        }
        this.mapper = session.getMapper(FundAuditMapper.class);
    }

    /**
     * What a person did.
     *
     * @param requestNo number of the command
     * @param operator who
     * @param approver the second person, or null where none is needed
     * @param action PUBLISH, ACTIVATE, RESUME, JUMP, FINISH, REPIN or BREAKER
     * @param subject what it was done to
     * @param detail why, and what came of it
     */
    public record Act(
            String requestNo,
            String operator,
            @Nullable String approver,
            String action,
            String subject,
            String detail) {
        /** Cuts a detail that is too long for its column. */
        public Act {
            detail = detail.length() <= DETAIL ? detail : detail.substring(0, DETAIL);
        }
    }

    /** What fits, newest first. */
    List<FundAuditView> search(FundAuditQuery query, int limit) {
        return mapper.search(query, limit);
    }

    /** Writes it down, in the running transaction. */
    public void add(Act act) {
        if (mapper.insert(CallContext.caller(), act) != 1) {
            throw new IllegalStateException("not written down: " + act);
        }
    }
}
