package io.jointlending.support.lock;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.support.error.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RLock;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Obeys {@link DistLock}: lock, run, unlock, outside any transaction, so that the next holder sees what was committed. Redisson
 * renews a lock while its holder lives; that of a dead holder ends within 30 s. While Redis does not answer, methods
 * run without a lock, which is counted.
 */
public final class DistLocks {
    private static final Logger LOG = LoggerFactory.getLogger(DistLocks.class);

    /** After a failure nobody waits for Redis so long. */
    private static final long PAUSE_NANOS = Duration.ofSeconds(5).toNanos();

    /** Redisson renews it until it is unlocked. */
    private static final long WATCHED = -1;

    private final RedissonClient redis;
    private final MeterRegistry meters;
    private final AtomicLong askAgainAt = new AtomicLong(System.nanoTime());

    /** Locks in this Redis. */
    public DistLocks(RedissonClient redis, MeterRegistry meters) {
        this.redis = redis;
        this.meters = meters;
    }

    /**
     * The target behind its interface, with the locks that the interface asks for. Calls within the target pass no lock.
     *
     * @throws IllegalArgumentException naming the method whose annotations make no sense
     */
    public <T> T locked(Class<T> contract, T target) {
        Map<Method, LockedMethod> locked = new HashMap<>();
        for (Method method : contract.getMethods()) {
            DistLock lock = method.getAnnotation(DistLock.class);
            if (lock != null) {
                locked.put(method, LockedMethod.of(method, lock));
            } else {
                LockedMethod.requireNoKeys(method);
            }
        }
        if (locked.isEmpty()) {
            throw new IllegalArgumentException(contract + " has no method with @DistLock");
        }
        InvocationHandler handler = (proxy, method, arguments) -> {
            LockedMethod lock = locked.get(method);
            return lock == null ? call(target, method, arguments) : run(lock, target, method, arguments);
        };
        return contract.cast(Proxy.newProxyInstance(contract.getClassLoader(), new Class<?>[] {contract}, handler));
    }

    private @Nullable Object run(LockedMethod lock, Object target, Method method, Object[] arguments) throws Throwable {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    method + " locks inside a transaction: the next holder would not see what it wrote");
        }
        String name = lock.name(arguments);
        RLock held = take(lock, name);
        try {
            return call(target, method, arguments);
        } finally {
            if (held != null) {
                give(held, name);
            }
        }
    }

    /** The lock, or null when there is none because Redis does not answer; B0211 when somebody else has it. */
    private @Nullable RLock take(LockedMethod lock, String name) {
        if (askAgainAt.get() - System.nanoTime() <= 0) {
            RLock wanted = redis.getLock(name);
            try {
                if (wanted.tryLock(lock.waitMillis(), WATCHED, TimeUnit.MILLISECONDS)) {
                    return wanted;
                }
                counted(lock, "busy");
                throw new Refusal(ErrorCodes.LOCKED, null);
            } catch (RedisException e) {
                askAgainAt.set(System.nanoTime() + PAUSE_NANOS);
                LOG.warn("no locks while Redis does not answer: {}", e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Refusal(ErrorCodes.LOCKED, null);
            }
        }
        counted(lock, "unlocked");
        return null;
    }

    private static void give(RLock held, String name) {
        try {
            if (held.isHeldByCurrentThread()) {
                held.unlock();
            } else {
                LOG.warn("lock={} was lost before its work was done", name);
            }
        } catch (RedisException | IllegalMonitorStateException e) { // the work is done; the lock ends by itself
            LOG.warn("lock={} could not be given back and ends by itself: {}", name, e.toString());
        }
    }

    private void counted(LockedMethod lock, String result) {
        meters.counter("jl.lock.missed", "key", lock.key(), "result", result).increment();
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
