package io.jointlending.repayment.reconciliation;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.reconciliation.AssignDifferenceRequest;
import io.jointlending.api.reconciliation.CloseDifferenceRequest;
import io.jointlending.api.reconciliation.DifferencePageView;
import io.jointlending.api.reconciliation.DifferenceQuery;
import io.jointlending.api.reconciliation.DifferenceView;
import io.jointlending.repayment.tables.Mappers;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.time.BusinessCalendar;
import java.time.LocalDate;
import java.util.Objects;
import org.apache.ibatis.session.SqlSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lists differences, gives them to an owner and closes them. */
public final class Differences {
    static final String ASSIGN = "ReconciliationService.assignDifference";
    static final String CLOSE = "ReconciliationService.closeDifference";

    private static final Logger LOG = LoggerFactory.getLogger(Differences.class);

    private final DifferenceMapper differences;
    private final IdempotentCommands commands;
    private final BusinessCalendar calendar;

    /** Those of this session's database. */
    public Differences(SqlSession session, IdempotentCommands commands, BusinessCalendar calendar) {
        this.differences = Mappers.of(session, DifferenceMapper.class);
        this.commands = commands;
        this.calendar = calendar;
    }

    /** A page, oldest first. */
    public DifferencePageView find(DifferenceQuery query) {
        LocalDate today = calendar.today();
        String status = query.open() ? "OPEN" : "CLOSED";
        return new DifferencePageView(
                differences.count(query, status),
                differences.page(query, status, (query.pageNo() - 1L) * query.pageSize()).stream()
                        .map(row -> row.view(today))
                        .toList());
    }

    /** Gives one to another owner. Codes: A0583, A0584. */
    public DifferenceView assign(AssignDifferenceRequest request) {
        return commands.execute(CommandKey.of(ASSIGN, request.requestNo()), request, DifferenceView.class, () -> {
            long id = openOne(request.differenceNo());
            return changed(id, differences.assign(id, request.owner()));
        });
    }

    /** Closes one. Codes: A0583, A0584. */
    public DifferenceView close(CloseDifferenceRequest request) {
        return commands.execute(CommandKey.of(CLOSE, request.requestNo()), request, DifferenceView.class, () -> {
            long id = openOne(request.differenceNo());
            DifferenceView closed = changed(id, differences.close(id, request, calendar.today()));
            LOG.info(
                    "difference closed differenceNo={} kind={} reason={} operator={}",
                    id,
                    closed.kind(),
                    request.reason(),
                    request.operator());
            return closed;
        });
    }

    private long openOne(String differenceNo) {
        DifferenceRow row = differences.find(Long.parseLong(differenceNo));
        if (row == null) {
            throw new Refusal(ErrorCodes.DIFFERENCE_NOT_FOUND, "differenceNo");
        }
        if (!row.open()) {
            throw new Refusal(ErrorCodes.DIFFERENCE_CLOSED, "differenceNo");
        }
        return row.id();
    }

    private DifferenceView changed(long id, int rows) {
        if (rows != 1) {
            throw new Refusal(ErrorCodes.DIFFERENCE_CLOSED, "differenceNo");
        }
        return Objects.requireNonNull(differences.find(id)).view(calendar.today());
    }
}
