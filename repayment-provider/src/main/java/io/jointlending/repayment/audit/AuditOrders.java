package io.jointlending.repayment.audit;

import io.jointlending.api.audit.AuditFindingView;
import io.jointlending.api.audit.AuditOrderRequest;
import io.jointlending.api.audit.AuditOrderView;
import io.jointlending.api.audit.FindingPageView;
import io.jointlending.api.audit.FindingQuery;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.repayment.tables.Mappers;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.order.OrderNumbers;
import io.jointlending.support.time.BusinessCalendar;
import io.jointlending.support.tx.Transactions;
import java.util.List;
import org.apache.ibatis.session.SqlSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the rules of the books of some orders and keeps what it finds until an audit finds it mended. */
public final class AuditOrders {
    static final String OPERATION = "LedgerAuditService.auditOrder";

    private static final Logger LOG = LoggerFactory.getLogger(AuditOrders.class);

    private final CellAuditMapper cells;
    private final EventAuditMapper events;
    private final FindingMapper findings;
    private final Transactions transactions;
    private final IdempotentCommands commands;
    private final BusinessCalendar calendar;

    /** Audits the books of this session's database. */
    public AuditOrders(
            SqlSession session, Transactions transactions, IdempotentCommands commands, BusinessCalendar calendar) {
        this.cells = Mappers.of(session, CellAuditMapper.class);
        this.events = Mappers.of(session, EventAuditMapper.class);
        this.findings = Mappers.of(session, FindingMapper.class);
        this.transactions = transactions;
        this.commands = commands;
        this.calendar = calendar;
    }

    /** Audits one order, wherever its books are. Code: A0541. */
    public AuditOrderView run(AuditOrderRequest request) {
        return commands.execute(
                CommandKey.of(OPERATION, request.requestNo()), request, AuditOrderView.class, () -> audit(request));
    }

    /** The findings that are not mended. */
    public FindingPageView find(FindingQuery query) {
        long offset = (query.pageNo() - 1L) * query.pageSize();
        return new FindingPageView(
                findings.open(),
                findings.page(query.pageSize(), offset).stream()
                        .map(FindingRow::view)
                        .toList());
    }

    /** Audits these orders, of which at most a few hundred. Returns how many rules are broken. */
    int live(List<String> orderNos) {
        return transactions.inTransaction(() -> {
            findings.hold(orderNos);
            return look(BookPlace.LIVE, orderNos);
        });
    }

    private AuditOrderView audit(AuditOrderRequest request) {
        String orderNo = request.orderNo();
        List<String> orders = List.of(orderNo);
        if (!findings.hold(orders).isEmpty()) {
            look(BookPlace.LIVE, orders);
        } else if (findings.ledgers(BookPlace.ARCHIVE.suffix(), orderNo) > 0) {
            look(BookPlace.ARCHIVE, orders);
        } else {
            throw new Refusal(ErrorCodes.LEDGER_NOT_FOUND, "orderNo");
        }
        List<AuditFindingView> found =
                findings.of(orders).stream().map(FindingRow::view).toList();
        LOG.info("order audited orderNo={} broken={} operator={}", orderNo, found.size(), request.operator());
        return new AuditOrderView(orderNo, AuditRule.values().length, found);
    }

    private int look(BookPlace place, List<String> orderNos) {
        int broken = 0;
        for (AuditRule rule : AuditRule.values()) {
            List<BrokenRow> rows = rule.look(cells, events, place, orderNos);
            for (BrokenRow row : rows) {
                findings.put(row, rule.name(), OrderNumbers.geneOf(row.orderNo()), calendar.today());
                LOG.error("audit orderNo={} rule={} detail={}", row.orderNo(), rule.name(), row.detail());
            }
            int mended = findings.mend(orderNos, rule.name(), rows);
            if (mended > 0) {
                LOG.info("audit rule={} mended={}", rule.name(), mended);
            }
            broken += rows.size();
        }
        return broken;
    }
}
