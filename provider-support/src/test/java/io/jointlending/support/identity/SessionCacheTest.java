package io.jointlending.support.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.support.cache.ChangeNotices;
import io.jointlending.support.error.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class SessionCacheTest {
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private final List<BiConsumer<String, String>> listeners = new ArrayList<>();
    private boolean silent;
    private final SessionCache cache = new SessionCache(this::find, new Notices(), nanos::get);

    @Test
    void a_session_is_asked_for_once_in_five_seconds() {
        cache.find("t");
        nanos.addAndGet(Duration.ofSeconds(5).toNanos() - 1);
        cache.find("t");
        assertThat(asked).hasValue(1);
        nanos.addAndGet(1);
        cache.find("t");
        assertThat(asked).hasValue(2);
    }

    @Test
    void an_old_answer_is_never_served_when_the_owner_is_silent() {
        cache.find("t");
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        silent = true;
        assertThatThrownBy(() -> cache.find("t")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> cache.find("t")).isInstanceOf(Refusal.class);
    }

    @Test
    void a_notice_ends_one_session_or_all() {
        cache.find("t");
        cache.find("u");
        listeners.get(0).accept(SessionCache.NOTICE, SessionCache.hash("t"));
        cache.find("t");
        cache.find("u");
        assertThat(asked).hasValue(3);
        listeners.get(0).accept("product", SessionCache.ALL);
        listeners.get(0).accept(SessionCache.NOTICE, SessionCache.ALL);
        cache.find("t");
        cache.find("u");
        assertThat(asked).hasValue(5);
    }

    private Person find(String hash) {
        asked.incrementAndGet();
        if (silent) {
            throw new Refusal(ErrorCodes.PROVIDER_UNAVAILABLE, null);
        }
        return new Person(hash.substring(0, 8), false, Set.of(), Set.of(), false);
    }

    private final class Notices implements ChangeNotices {
        @Override
        public void onChange(BiConsumer<String, String> listener) {
            listeners.add(listener);
        }

        @Override
        public void send(String kind, String key) {}
    }
}
