package io.jointlending.support.rpc;

import io.jointlending.support.identity.Caller;
import io.jointlending.support.identity.Person;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who calls. Set around every contract method. */
public final class CallContext {
    /** The caller outside a call: a message, a sweep, a test. */
    public static final String LOCAL = "local";

    private static final ThreadLocal<Current> CURRENT = new ThreadLocal<>();

    private CallContext() {}

    /** Application that calls, with the person in front where there is one; {@code local} outside a call. */
    public static String caller() {
        Current current = CURRENT.get();
        return current == null ? LOCAL : current.caller.name();
    }

    /** The person behind the call, if it carried a session. */
    public static Optional<Person> person() {
        Current current = CURRENT.get();
        return current == null ? Optional.empty() : Optional.ofNullable(current.caller.person());
    }

    /** Hash of the session that the call carried. */
    public static Optional<String> session() {
        Current current = CURRENT.get();
        return current == null ? Optional.empty() : Optional.ofNullable(current.caller.session());
    }

    /** Address that the call came from; {@code local} outside a call and where the transport does not say. */
    public static String address() {
        Current current = CURRENT.get();
        return current == null || current.address == null ? LOCAL : current.address;
    }

    /** Runs work as this caller, for doors other than Dubbo. */
    public static <T> T as(Caller caller, @Nullable String address, Supplier<T> work) {
        Current outer = CURRENT.get();
        CURRENT.set(new Current(caller, address));
        try {
            return work.get();
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }

    /** Work that another thread does as the caller of this one. */
    public static <T> Supplier<T> carried(Supplier<T> work) {
        Current current = CURRENT.get();
        return current == null ? work : () -> as(current.caller, current.address, work);
    }

    private record Current(Caller caller, @Nullable String address) {}
}
