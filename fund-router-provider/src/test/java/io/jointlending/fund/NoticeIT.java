package io.jointlending.fund;

import static io.jointlending.fund.FundRouterNode.orderNo;
import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.message.InstitutionNotified;
import io.jointlending.api.message.MessageTypes;
import io.jointlending.fund.definition.domain.Definition;
import io.jointlending.fund.flow.FlowTexts;
import io.jointlending.fund.flow.domain.FlowDefinition;
import io.jointlending.fund.flow.domain.Outcome;
import io.jointlending.fund.flow.domain.machine.Machine;
import io.jointlending.fund.notice.application.NotifyInstitutions;
import io.jointlending.fund.notice.application.ToldInstitutions;
import io.jointlending.fund.notice.domain.EventSplits;
import io.jointlending.fund.notice.domain.Notice;
import io.jointlending.fund.notice.persistence.MyBatisNotices;
import io.jointlending.fund.statelog.StateLog;
import io.jointlending.fund.suborder.domain.SubOrder;
import io.jointlending.fund.suborder.domain.SubOrderStatus;
import io.jointlending.fund.suborder.persistence.MyBatisSubOrders;
import io.jointlending.fund.task.FakeBank;
import io.jointlending.fund.task.HttpCalls;
import io.jointlending.fund.task.TaskNode;
import io.jointlending.fund.task.domain.FundTask;
import io.jointlending.fund.task.domain.TaskKey;
import io.jointlending.fund.task.domain.TaskStatus;
import io.jointlending.support.Eventually;
import io.jointlending.support.alarm.Alarm;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.outbox.RecordedOutbox;
import io.jointlending.support.wiring.SchemaFixture;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Institutions learn their parts of repayments, once, when they are split. */
class NoticeIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final RecordedOutbox told = new RecordedOutbox();
    private final List<Alarm> alarms = new CopyOnWriteArrayList<>();
    private boolean messages = true;

    @Test
    void an_event_waits_for_its_split_and_then_each_institution_with_a_channel_is_told_once() {
        Map<String, List<EventSplits.Part>> ledger = new ConcurrentHashMap<>();
        EventSplits splits = (order, sequence) -> {
            if (sequence == 3) {
                throw new Refusal(ErrorCodes.PROVIDER_UNAVAILABLE, null);
            }
            return Optional.ofNullable(ledger.get(order + sequence));
        };
        try (SchemaFixture database = SchemaFixture.create("fund_router");
                FakeBank bank = new FakeBank();
                TaskNode engine = engine(database, bank)) {
            engine.publishAndActivate(Definition.Kind.CHANNEL, FlowTexts.text("first-bank.channel"));
            engine.publishAndActivate(Definition.Kind.FLOW, FlowTexts.text("first-bank.repayment"));
            MyBatisNotices notices = new MyBatisNotices(database.transactions(), database.session());
            MyBatisSubOrders subOrders = new MyBatisSubOrders(database.session(), new StateLog(database.session()));
            database.transactions()
                    .inTransaction(() -> subOrders.add(List.of(
                            subOrder(orderNo(1) + "0102", 1, "BANK-A", 7),
                            subOrder(orderNo(1) + "0202", 2, "SMALL-LOAN", 3))));
            NotifyInstitutions notify = new NotifyInstitutions(
                    database.transactions(),
                    notices,
                    splits,
                    subOrders,
                    engine.definitions,
                    engine.submit,
                    engine::wake);
            engine.start();
            for (int sequence = 1; sequence <= 3; sequence++) {
                Notice notice = notice(sequence);
                database.transactions().inTransaction(() -> notices.add(notice));
                database.transactions().inTransaction(() -> notices.add(notice)); // the message came twice
            }
            assertThat(notify.round()).isEqualTo(3);
            assertThat(database.texts("SELECT reason FROM repayment_notice WHERE sequence_no < 3"))
                    .containsOnly("not split yet");
            ledger.put(orderNo(1) + 1, List.of(part("BANK-A", 1, 70_000), part("SMALL-LOAN", 2, 30_000)));
            ledger.put(orderNo(1) + 2, List.of(part("BANK-A", 1, -70_000), part("SMALL-LOAN", 2, -30_000)));
            Eventually.within(LIMIT, "both are told", () -> {
                notify.round();
                return bank.notices.size() == 2;
            });
            Eventually.within(
                    LIMIT, "both end", () -> database.number("SELECT COUNT(*) FROM fund_task WHERE status = 7") == 2);
            assertThat(bank.notices)
                    .containsExactlyInAnyOrder(
                            "RP1 " + orderNo(1) + "0102 PAYMENT 700.00", "RP2 " + orderNo(1) + "0102 REVERSAL -700.00");
            assertThat(database.texts(
                            "SELECT CONCAT(sequence_no, status, COALESCE(tasks, '')) FROM repayment_notice ORDER BY 1"))
                    .containsExactly("1DONE1", "2DONE1", "3PENDING");
            assertThat(told.bodies(MessageTypes.INSTITUTION_NOTIFIED, InstitutionNotified.class))
                    .containsExactlyInAnyOrder(told("RP1", 70_000L), told("RP2", -70_000L));
        }
    }

    @Test
    void a_bank_that_does_not_take_a_repayment_is_told_of_and_one_asked_about_nothing_of_ours_tells_nobody() {
        FlowDefinition flow = FlowTexts.good(FlowTexts.text("first-bank.repayment"));
        try (SchemaFixture database = SchemaFixture.create("fund_router")) {
            ToldInstitutions ends = ends(database);
            FundTask task = new FundTask(
                    1,
                    new TaskKey(TaskNode.CHANNEL, NotifyInstitutions.REPAYMENT, "RP1", 1, null, 42),
                    Machine.start(flow, "T000000000001", flow.given()).state(),
                    TaskStatus.REJECTED,
                    1,
                    1,
                    null,
                    false,
                    Duration.ZERO,
                    FundTask.BATCH,
                    null,
                    null,
                    null);
            ends.ended(task, Outcome.REJECTED, "no");
            ends.ended(task, Outcome.SUCCESS, "yes");
            assertThat(told.keys()).isEmpty();
            assertThat(alarms)
                    .containsExactly(new Alarm(
                            "FUND_NOTICE_REFUSED", "T000000000001", "first-bank does not take the repayment RP1: no"));
        }
    }

    @Test
    void without_listeners_an_institution_is_told_and_no_message_is_written() {
        messages = false;
        try (SchemaFixture database = SchemaFixture.create("fund_router");
                FakeBank bank = new FakeBank();
                TaskNode engine = engine(database, bank)) {
            engine.publishAndActivate(Definition.Kind.CHANNEL, FlowTexts.text("first-bank.channel"));
            engine.publishAndActivate(Definition.Kind.FLOW, FlowTexts.text("first-bank.repayment"));
            MyBatisNotices notices = new MyBatisNotices(database.transactions(), database.session());
            MyBatisSubOrders subOrders = new MyBatisSubOrders(database.session(), new StateLog(database.session()));
            database.transactions()
                    .inTransaction(() -> subOrders.add(List.of(subOrder(orderNo(1) + "0102", 1, "BANK-A", 7))));
            database.transactions().inTransaction(() -> notices.add(notice(1)));
            EventSplits splits = (order, sequence) -> Optional.of(List.of(part("BANK-A", 1, 70_000)));
            new NotifyInstitutions(
                            database.transactions(),
                            notices,
                            splits,
                            subOrders,
                            engine.definitions,
                            engine.submit,
                            engine::wake)
                    .round();
            engine.start();
            Eventually.within(
                    LIMIT, "it is told", () -> database.number("SELECT COUNT(*) FROM fund_task WHERE status = 7") == 1);
            assertThat(bank.notices).hasSize(1);
            assertThat(told.keys()).isEmpty();
            assertThat(alarms).isEmpty();
        }
    }

    private ToldInstitutions ends(SchemaFixture database) {
        return new ToldInstitutions(
                new MyBatisSubOrders(database.session(), new StateLog(database.session())),
                told.outbox(),
                alarms::add,
                messages);
    }

    private TaskNode engine(SchemaFixture database, FakeBank bank) {
        return new TaskNode(
                database,
                "engine",
                new HttpCalls(bank.address(), Duration.ofSeconds(20)),
                FlowTexts.PROCESSORS,
                Map.of(NotifyInstitutions.REPAYMENT, ends(database)));
    }

    private static InstitutionNotified told(String repaymentNo, long principalFen) {
        return new InstitutionNotified(
                orderNo(1),
                orderNo(1) + "0102",
                "BANK-A",
                repaymentNo,
                LocalDate.of(2026, 12, 21),
                principalFen,
                0L,
                0L,
                0L);
    }

    private static Notice notice(long sequence) {
        return new Notice(
                orderNo(1),
                sequence,
                42,
                "RP" + sequence,
                sequence == 2 ? "REVERSAL" : "PAYMENT",
                true,
                LocalDate.of(2026, 12, 21),
                0,
                null);
    }

    private static SubOrder subOrder(String number, int seat, String institution, long weight) {
        return new SubOrder(
                number, orderNo(1), 42, seat, institution, seat == 2, weight, weight, SubOrderStatus.ACTIVE);
    }

    private static EventSplits.Part part(String institution, int seat, long principalFen) {
        return new EventSplits.Part(institution, seat, principalFen, 0, 0, 0);
    }
}
