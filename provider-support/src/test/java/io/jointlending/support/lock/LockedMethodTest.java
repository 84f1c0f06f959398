package io.jointlending.support.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockedMethodTest {
    /** Methods whose annotations are right or wrong. */
    interface Methods {
        @DistLock(key = "pair", waitMillis = 5)
        void pair(@LockKey String left, int between, @LockKey("number") Numbered right);

        @DistLock(key = "nothing")
        void nothing(String orderNo);

        @DistLock(key = "Not A Key")
        void badKey(@LockKey String orderNo);

        @DistLock(key = "too-long", waitMillis = 60_001)
        void tooLong(@LockKey String orderNo);

        @DistLock(key = "absent")
        void absent(@LockKey("nosuch") Numbered orderNo);

        void unlocked(@LockKey String orderNo);
    }

    record Numbered(long number) {}

    @Test
    void the_name_of_a_lock_is_its_key_and_the_values_in_order() {
        LockedMethod pair = of("pair");

        assertThat(pair.name(new Object[] {"L1", 7, new Numbered(42)})).isEqualTo("jl:lock:pair:L1:42");
        assertThat(pair.waitMillis()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "nothing, no parameter has @LockKey",
        "badKey, key must be small letters and dashes",
        "tooLong, waitMillis must be 0..60000",
        "absent, Numbered has no nosuch"
    })
    void annotations_that_make_no_sense_are_refused(String method, String rule) {
        assertThatThrownBy(() -> of(method))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(method)
                .hasMessageContaining(rule);
    }

    @Test
    void a_key_without_a_lock_is_refused() {
        assertThatThrownBy(() -> LockedMethod.requireNoKeys(method("unlocked")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("@LockKey without @DistLock");
    }

    private static LockedMethod of(String name) {
        Method method = method(name);
        return LockedMethod.of(method, method.getAnnotation(DistLock.class));
    }

    private static Method method(String name) {
        return Arrays.stream(Methods.class.getMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
