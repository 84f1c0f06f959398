package io.jointlending.support.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.error.ErrorCode;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.support.error.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class ConfigurationCacheTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Wire wire = new Wire();
    private final ConfigurationCache cache = new ConfigurationCache(Duration.ofSeconds(5), wire, nanos::get);
    private final AtomicInteger loads = new AtomicInteger();

    @Test
    void a_value_is_loaded_once_until_it_is_too_old() {
        assertThat(load()).isEqualTo(1);
        pass(Duration.ofMillis(4_999));
        assertThat(load()).isEqualTo(1);
        pass(Duration.ofMillis(1));
        assertThat(load()).isEqualTo(2);
    }

    @Test
    void a_notice_drops_the_value_at_once() {
        load();
        wire.deliver("product", "OTHER");
        assertThat(load()).isEqualTo(1);
        wire.deliver("product", "P");
        assertThat(load()).isEqualTo(2);
    }

    @Test
    void an_old_value_is_served_while_its_owner_is_silent_but_not_for_ever() {
        load();
        pass(Duration.ofMinutes(9));
        assertThat(failing(ErrorCodes.PROVIDER_UNAVAILABLE)).isEqualTo(1);
        pass(Duration.ofMinutes(2));
        assertThatThrownBy(() -> failing(ErrorCodes.PROVIDER_UNAVAILABLE)).isInstanceOf(Refusal.class);
    }

    @Test
    void a_refusal_ends_the_old_value() {
        load();
        pass(Duration.ofSeconds(6));
        assertThatThrownBy(() -> failing(ErrorCodes.PRODUCT_NOT_FOUND)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> failing(ErrorCodes.PROVIDER_UNAVAILABLE)).isInstanceOf(Refusal.class);
    }

    @Test
    void a_change_is_announced_after_the_commit() {
        load();
        TransactionSynchronizationManager.initSynchronization();
        try {
            cache.announceChange("product", "P");
            assertThat(wire.sent).isEmpty();
            assertThat(load()).isEqualTo(1);
            TransactionSynchronizationManager.getSynchronizations().forEach(TransactionSynchronization::afterCommit);
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }
        assertThat(wire.sent).containsExactly("product P");
        assertThat(load()).isEqualTo(2);
    }

    @Test
    void ever_new_keys_do_not_fill_the_heap() {
        for (int i = 0; i < 25_000; i++) {
            int value = i;
            assertThat(cache.get("product", "P" + i, () -> value)).isEqualTo(i);
        }
        assertThat(cache.size()).isLessThanOrEqualTo(10_001);
    }

    private int load() {
        return cache.get("product", "P", loads::incrementAndGet);
    }

    private int failing(ErrorCode code) {
        return cache.get("product", "P", () -> {
            throw new Refusal(code, null);
        });
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static final class Wire implements ChangeNotices {
        private final List<BiConsumer<String, String>> listeners = new ArrayList<>();
        private final List<String> sent = new ArrayList<>();

        @Override
        public void onChange(BiConsumer<String, String> listener) {
            listeners.add(listener);
        }

        @Override
        public void send(String kind, String key) {
            sent.add(kind + ' ' + key);
        }

        void deliver(String kind, String key) {
            listeners.forEach(listener -> listener.accept(kind, key));
        }
    }
}
