package io.jointlending.fund.task.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.fund.task.FakeBank;
import io.jointlending.fund.task.HttpCalls;
import io.jointlending.fund.task.TaskNode;
import io.jointlending.fund.task.domain.FundTask;
import io.jointlending.fund.task.domain.Move;
import io.jointlending.fund.task.domain.TaskStatus;
import io.jointlending.support.alarm.Alarms;
import io.jointlending.support.tx.Transactions;
import io.jointlending.support.wiring.SchemaFixture;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionSystemException;

/** What an institution has answered is stored although the database is away for a moment. */
class StoreMovesIT {
    @Test
    void a_result_is_stored_once_the_database_is_back_and_never_twice() {
        try (SchemaFixture database = SchemaFixture.create("fund_router");
                FakeBank bank = new FakeBank();
                TaskNode node = new TaskNode(database, "node", new HttpCalls(bank.address(), Duration.ofSeconds(20)))) {
            node.publishFirstBank();
            node.submitLoan("L1");
            FundTask claimed = node.tasks
                    .claim(TaskNode.CHANNEL, FundTask.ONLINE, 1, Duration.ofMinutes(1), "node")
                    .get(0);
            Away away = new Away(database.transactions());
            Alarms alarms = new Alarms(database.session());
            LateCallbacks late = new LateCallbacks(node.callbacks, node.definitions, alarms);
            StoreMoves store = new StoreMoves(away, node.tasks, Map.of(), late, alarms);

            away.before = 3;
            FundTask kept = store.patiently(claimed, move(claimed, TaskStatus.RUNNING), null, () -> true)
                    .orElseThrow();
            assertThat(away.tries).isEqualTo(4);

            away.afterCommit = 1;
            assertThat(store.patiently(kept, move(kept, TaskStatus.OPEN), null, () -> true))
                    .as("it was stored by the first try, whose answer was lost")
                    .isEmpty();
            assertThat(database.texts("SELECT CONCAT(status, ' ', version) FROM fund_task"))
                    .containsExactly("1 " + (kept.version() + 1));

            FundTask now = node.tasks.find(kept.id()).orElseThrow();
            int triesBefore = away.tries;
            assertThatThrownBy(() -> store.patiently(now, move(now, TaskStatus.OPEN), null, () -> {
                        throw new IllegalStateException("not a matter of patience");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(away.tries).isEqualTo(triesBefore + 1);
        }
    }

    private static Move move(FundTask task, TaskStatus status) {
        return new Move(task.state(), status, Duration.ZERO, Duration.ofMinutes(1), null, null, null);
    }

    /** The database cannot be reached before, or its answer to the commit does not arrive. */
    private static final class Away implements Transactions {
        private final Transactions real;
        private int before;
        private int afterCommit;
        private int tries;

        Away(Transactions real) {
            this.real = real;
        }

        @Override
        public <T> T inTransaction(Supplier<T> work) {
            tries++;
            if (before-- > 0) {
                throw new IllegalStateException(new SQLTransientConnectionException("away"));
            }
            T result = real.inTransaction(work);
            if (afterCommit-- > 0) {
                throw new TransactionSystemException("the connection broke while committing");
            }
            return result;
        }

        @Override
        public <T> T inNewTransaction(Supplier<T> work) {
            return real.inNewTransaction(work);
        }
    }
}
