package io.jointlending.support.lock;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.support.error.Refusal;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is locked by one method, and how the name of the lock is made of its arguments. */
final class LockedMethod {
    private static final Pattern KEY = Pattern.compile("[a-z][a-z-]{0,40}");
    private static final long MOST_WAIT_MILLIS = 60_000;

    private final String key;
    private final long waitMillis;
    private final List<Part> parts;

    /** One argument, or a component of it. */
    private record Part(int index, String name, @Nullable Method component) {}

    private LockedMethod(String key, long waitMillis, List<Part> parts) {
        this.key = key;
        this.waitMillis = waitMillis;
        this.parts = parts;
    }

    /**
     * Reads the annotations.
     *
     * @throws IllegalArgumentException naming the method, if they lock nothing or cannot
     */
    static LockedMethod of(Method method, DistLock lock) {
        require(
                KEY.matcher(lock.key()).matches(),
                method,
                "key must be small letters and dashes, is '" + lock.key() + "'");
        require(
                lock.waitMillis() >= 0 && lock.waitMillis() <= MOST_WAIT_MILLIS,
                method,
                "waitMillis must be 0.." + MOST_WAIT_MILLIS);
        List<Part> parts = new ArrayList<>();
        Parameter[] parameters = method.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            LockKey named = parameters[i].getAnnotation(LockKey.class);
            if (named != null) {
                parts.add(part(method, i, parameters[i].getType(), named.value()));
            }
        }
        require(!parts.isEmpty(), method, "no parameter has @LockKey: it would lock everybody out of everything");
        return new LockedMethod(lock.key(), lock.waitMillis(), List.copyOf(parts));
    }

    private static Part part(Method method, int index, Class<?> type, String component) {
        if (component.isEmpty()) {
            return new Part(index, "argument " + (index + 1), null);
        }
        try {
            Method accessor = type.getMethod(component);
            accessor.setAccessible(true); // of records that are not public
            return new Part(index, component, accessor);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(method + ": " + type.getSimpleName() + " has no " + component, e);
        }
    }

    long waitMillis() {
        return waitMillis;
    }

    String key() {
        return key;
    }

    /** The name of the lock; code A0400 when a part of it is missing. */
    String name(Object[] arguments) {
        StringBuilder name = new StringBuilder("jl:lock:").append(key);
        for (Part part : parts) {
            Object value = value(part, arguments[part.index()]);
            if (value == null) {
                throw new Refusal(ErrorCodes.INVALID_REQUEST, "what is locked by is missing", part.name());
            }
            name.append(':').append(value);
        }
        return name.toString();
    }

    private static @Nullable Object value(Part part, @Nullable Object argument) {
        Method component = part.component();
        if (component == null || argument == null) {
            return argument;
        }
        try {
            return component.invoke(argument);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    /** Refuses a key on a method that locks nothing: it was meant to. */
    static void requireNoKeys(Method method) {
        for (Annotation[] ofParameter : method.getParameterAnnotations()) {
            for (Annotation annotation : ofParameter) {
                require(!(annotation instanceof LockKey), method, "@LockKey without @DistLock");
            }
        }
    }

    private static void require(boolean holds, Method method, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(method + ": " + rule);
        }
    }
}
