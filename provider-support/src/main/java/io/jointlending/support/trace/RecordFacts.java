package io.jointlending.support.trace;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The numbers in a request or message record that a log line should carry. */
final class RecordFacts {
    private static final Set<String> NAMES = Set.of("requestNo", "orderNo");

    private static final ClassValue<Map<String, Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            Map<String, Method> found = new LinkedHashMap<>();
            for (Method method : type.getMethods()) {
                if (NAMES.contains(method.getName())
                        && method.getParameterCount() == 0
                        && method.getReturnType() == String.class) {
                    found.put(method.getName(), method);
                }
            }
            return found;
        }
    };

    private RecordFacts() {}

    /** Request and order number of a record, those it has. */
    static Map<String, String> of(@Nullable Object subject) {
        Map<String, String> facts = new LinkedHashMap<>();
        if (subject == null || !subject.getClass().isRecord()) {
            return facts;
        }
        ACCESSORS.get(subject.getClass()).forEach((name, accessor) -> {
            Object value = read(accessor, subject);
            if (value != null) {
                facts.put(name, printable(value.toString()));
            }
        });
        return facts;
    }

    private static @Nullable Object read(Method accessor, Object subject) {
        try {
            return accessor.invoke(subject);
        } catch (IllegalAccessException | InvocationTargetException e) {
            return null; // a record of a package-private type: its numbers are left out of the log line
        }
    }

    // Comes from outside and is not validated yet: it must not forge a line of the log.
    private static String printable(String text) {
        String cut = text.length() > 64 ? text.substring(0, 64) : text;
        return cut.replaceAll("[^\\x21-\\x7e]", "?");
    }
}
