package io.jointlending.support.identity;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request says that access depends on.
 *
 * @param operator who it is to be audited under, or null
 * @param channelCode the channel it is about, or null
 */
record RequestFacts(@Nullable String operator, @Nullable String channelCode) {
    private static final ClassValue<Map<String, Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            Map<String, Method> found = new HashMap<>();
            if (type.isRecord()) {
                for (RecordComponent component : type.getRecordComponents()) {
                    if (component.getType() == String.class) {
                        found.put(component.getName(), component.getAccessor());
                    }
                }
            }
            return found;
        }
    };

    static RequestFacts of(@Nullable Object request) {
        return request == null
                ? new RequestFacts(null, null)
                : new RequestFacts(read(request, "operator"), read(request, "channelCode"));
    }

    private static @Nullable String read(Object request, String component) {
        Method accessor = ACCESSORS.get(request.getClass()).get(component);
        try {
            return accessor == null ? null : (String) accessor.invoke(request);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + accessor, e);
        }
    }
}
