package io.jointlending.system.contract;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a value of any record type that a contract may use, by its components. */
final class SampleValues {
    /** What the values look like. */
    enum Shape {
        /** No null, every value different, lists of three. */
        FULL,
        /** Null wherever a component allows it, empty lists. */
        SPARSE,
        /** One instance of each record type, used in every place: lists hold the same object three times. */
        SHARED
    }

    private final Shape shape;
    private final Map<Class<?>, Object> shared = new HashMap<>();
    private int count;

    SampleValues(Shape shape) {
        this.shape = shape;
    }

    /** A record of the given type; the compiler's type arguments of the outermost type are in {@code type}. */
    Object record(Class<?> type) {
        Object known = shape == Shape.SHARED ? shared.get(type) : null;
        if (known != null) {
            return known;
        }
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new AssertionError(type.getName() + " is not a record");
        }
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            try {
                values[i] = component(components[i].getAnnotatedType());
            } catch (UnsupportedOperationException e) {
                throw new UnsupportedOperationException(
                        type.getSimpleName() + "." + components[i].getName() + ": " + e.getMessage(), e);
            }
        }
        Object made = construct(type, components, values);
        shared.put(type, made);
        return made;
    }

    private @Nullable Object component(AnnotatedType annotated) {
        if (shape == Shape.SPARSE && annotated.isAnnotationPresent(Nullable.class)) {
            return null;
        }
        Type type = annotated.getType();
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return list(((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments()[0]);
        }
        if (type instanceof Class<?> plain) {
            return plain(plain);
        }
        throw new UnsupportedOperationException("no contract may use " + type);
    }

    private List<Object> list(AnnotatedType element) {
        List<Object> made = new ArrayList<>();
        if (shape != Shape.SPARSE) {
            for (int i = 0; i < 3; i++) {
                Object value = component(element);
                if (value != null) {
                    made.add(value);
                }
            }
        }
        return List.copyOf(made);
    }

    private Object plain(Class<?> type) {
        count++;
        if (type.isRecord()) {
            return record(type);
        } else if (type == String.class) {
            return "s-" + count + "-é漢𝟘\"\\\n";
        } else if (type == Long.class) {
            return Long.MAX_VALUE - count;
        } else if (type == Integer.class) {
            return -count;
        } else if (type == Boolean.class) {
            return count % 2 == 0;
        } else if (type == BigDecimal.class) {
            return new BigDecimal("0.1800").add(BigDecimal.valueOf(count, 4));
        } else if (type == LocalDate.class) {
            return LocalDate.of(2024, 2, 29).plusDays(count);
        } else if (type == LocalDateTime.class) {
            return LocalDateTime.of(2024, 2, 29, 23, 59, 59, 123_000_000).plusSeconds(count);
        } else if (type == Instant.class) {
            return Instant.ofEpochMilli(1_700_000_000_123L + count);
        }
        throw new UnsupportedOperationException("no contract may use " + type.getName());
    }

    private static Object construct(Class<?> type, RecordComponent[] components, @Nullable Object[] values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            throw new UnsupportedOperationException(type.getName() + " refuses a sample: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new UnsupportedOperationException(type.getName() + " has no usable constructor: " + e, e);
        }
    }
}
