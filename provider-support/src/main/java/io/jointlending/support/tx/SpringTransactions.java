package io.jointlending.support.tx;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** {@link Transactions} on one data source. The isolation level is the pool's: READ COMMITTED. */
public final class SpringTransactions implements Transactions {
    private static final Logger LOG = LoggerFactory.getLogger(SpringTransactions.class);
    private static final int RETRIES = 3;

    private final TransactionTemplate joining;
    private final TransactionTemplate separate;

    /** Transactions of this transaction manager. */
    public SpringTransactions(PlatformTransactionManager manager) {
        this.joining = new TransactionTemplate(manager);
        DefaultTransactionDefinition requiresNew = new DefaultTransactionDefinition();
        requiresNew.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.separate = new TransactionTemplate(manager, requiresNew);
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return run(joining, work); // only the outermost can be repeated as a whole
        }
        return withRetries(joining, work);
    }

    @Override
    public <T> T inNewTransaction(Supplier<T> work) {
        return withRetries(separate, work);
    }

    private static <T> T withRetries(TransactionTemplate template, Supplier<T> work) {
        for (int retry = 0; ; retry++) {
            try {
                return run(template, work);
            } catch (RuntimeException e) {
                if (retry == RETRIES || DatabaseFailure.of(e) != DatabaseFailure.DEADLOCK) {
                    throw e;
                }
                LOG.info("deadlock retry={} of={}", retry + 1, RETRIES);
            }
        }
    }

    // What the work returns is returned as it is, null included; Supplier<T> of this code base never promises more.
    @SuppressWarnings("NullAway")
    private static <T> T run(TransactionTemplate template, Supplier<T> work) {
        @Nullable T result = template.execute(status -> work.get());
        return result;
    }
}
