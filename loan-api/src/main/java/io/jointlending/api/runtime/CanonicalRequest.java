package io.jointlending.api.runtime;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as bytes that are the same on both sides of the wire: components by name, values with their type and length, nulls
 * left out, so that a component which only one side knows changes nothing as long as it is null.
 */
final class CanonicalRequest {
    private static final ClassValue<Component[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected Component[] computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            return Arrays.stream(components)
                    .sorted(Comparator.comparing(RecordComponent::getName))
                    .map(component -> new Component(
                            component.getName().getBytes(StandardCharsets.UTF_8), component.getAccessor()))
                    .toArray(Component[]::new);
        }
    };

    private CanonicalRequest() {}

    /** IllegalArgumentException for anything that is no contract record. */
    static byte[] bytes(@Nullable Object[] arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        for (Object argument : arguments) {
            value(out, argument);
        }
        return out.toByteArray();
    }

    private static void value(ByteArrayOutputStream out, @Nullable Object value) {
        if (value == null) {
            out.write('N');
        } else if (value instanceof Record row) {
            record(out, row);
        } else if (value instanceof List<?> list) {
            out.write('A');
            size(out, list.size());
            list.forEach(element -> value(out, element));
        } else if (value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Temporal) {
            out.write('V');
            text(out, value.getClass().getSimpleName());
            text(out, value.toString());
        } else {
            throw new IllegalArgumentException("no contract carries a " + value.getClass());
        }
    }

    private static void record(ByteArrayOutputStream out, Record row) {
        out.write('R');
        for (Component component : COMPONENTS.get(row.getClass())) {
            Object held = component.of(row);
            if (held != null) {
                bytes(out, component.name);
                value(out, held);
            }
        }
        out.write('E');
    }

    private static void text(ByteArrayOutputStream out, String text) {
        bytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(ByteArrayOutputStream out, byte[] bytes) {
        size(out, bytes.length);
        out.write(bytes, 0, bytes.length);
    }

    private static void size(ByteArrayOutputStream out, int size) {
        out.write(size >>> 24);
        out.write(size >>> 16);
        out.write(size >>> 8);
        out.write(size);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Component(byte[] name, Method accessor) {
        @Nullable
        Object of(Record row) {
            try {
                return accessor.invoke(row);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalArgumentException("cannot read " + accessor, e);
            }
        }
    }
}
