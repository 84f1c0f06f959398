package io.jointlending.support.outbox;

import javax.sql.DataSource;
import org.apache.ibatis.session.SqlSession;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Puts messages into {@code mq_outbox} inside the running transaction and hands them to the relay after its commit. */
final class TransactionalShelf implements Shelf {
    private final DataSource dataSource;
    private final OutboxMapper mapper;
    private final OutboxRelay relay;

    TransactionalShelf(DataSource dataSource, SqlSession session, OutboxRelay relay) {
        DataSource written = session.getConfiguration().getEnvironment().getDataSource();
        if (!dataSource.equals(written)) {
            throw new IllegalStateException("the outbox would write to another data source than its transactions have");
        }
        this.dataSource = dataSource;
        this.mapper = OutboxTable.mapperOf(session);
        this.relay = relay;
    }

    @Override
    public void add(NewMessage message) {
        checkTransaction(message.key);
        long insertedAt = System.nanoTime();
        int grace = message.orderKey == null ? OutboxRelay.GRACE_SECONDS : 0;
        int rows = message.expires() ? mapper.insertExpiring(message, grace) : mapper.insert(message, grace);
        if (rows != 1 || message.id <= 0) {
            throw new IllegalStateException("message " + message.key + " inserted " + rows + " rows, id " + message.id);
        }
        OutboxRow row = new OutboxRow(
                message.id,
                message.topic,
                message.type,
                message.key,
                message.orderKey,
                message.headers,
                message.body,
                0,
                0,
                0,
                false);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                relay.offer(row, insertedAt);
            }
        });
    }

    @Override
    public boolean cancel(String key) {
        checkTransaction(key);
        boolean cancelled = mapper.cancel(key) == 1;
        if (cancelled) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    relay.withdraw(key);
                }
            });
        }
        return cancelled;
    }

    private void checkTransaction(String key) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.hasResource(dataSource)) {
            throw new IllegalStateException(
                    "message " + key + " must be changed inside a transaction of the outbox's data source");
        }
    }
}
