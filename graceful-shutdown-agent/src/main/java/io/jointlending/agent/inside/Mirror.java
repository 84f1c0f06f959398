package io.jointlending.agent.inside;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Calls by name, for classes that are not known when this is compiled. Keeps no class alive. */
final class Mirror {
    private static final ClassValue<Map<String, Method>> METHODS = new ClassValue<Map<String, Method>>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private Mirror() {}

    /** What the call failed with, or that there is no such member; the message is one line. */
    static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;

        Failure(String what, Throwable cause) {
            super(what + ": " + rootOf(cause), cause);
        }
    }

    /** The result; for methods that give one. */
    static Object call(Object target, String name, Object... arguments) {
        return optional(target, name, arguments)
                .orElseThrow(
                        () -> new Failure(name + " of " + target.getClass().getName(), new NullPointerException()));
    }

    /** The result of a method that may give null or nothing. */
    static Optional<Object> optional(Object target, String name, Object... arguments) {
        return invoke(target.getClass(), target, name, arguments);
    }

    /** The result of a static method. */
    static Object callStatic(Class<?> type, String name, Object... arguments) {
        return invoke(type, type, name, arguments)
                .orElseThrow(() -> new Failure(name + " of " + type.getName(), new NullPointerException()));
    }

    /** The value of a field of the object's class or one above it; empty if it is null or there is none. */
    static Optional<Object> field(Object target, String name) {
        for (Class<?> type = target.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return valueOf(field, target);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Object> valueOf(Field field, Object target) {
        try {
            field.setAccessible(true);
            return Optional.ofNullable(field.get(target));
        } catch (IllegalAccessException | RuntimeException e) {
            throw new Failure("field " + field.getName(), e);
        }
    }

    /** True if the object's class or something above it, or an interface of it, has this name. */
    static boolean isA(Object target, String className) {
        return isA(target.getClass(), className);
    }

    private static boolean isA(Class<?> type, String className) {
        if (type.getName().equals(className)) {
            return true;
        }
        for (Class<?> above : type.getInterfaces()) {
            if (isA(above, className)) {
                return true;
            }
        }
        Class<?> above = type.getSuperclass();
        return above != Object.class && above != null && isA(above, className);
    }

    /** The innermost cause in one line. */
    static String rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String text = String.valueOf(root).replace('\n', ' ').replace('\r', ' ');
        return text.length() <= 300 ? text : text.substring(0, 300);
    }

    private static Optional<Object> invoke(Class<?> type, Object target, String name, Object... arguments) {
        try {
            Method method = METHODS.get(type)
                    .computeIfAbsent(
                            name + '/' + arguments.length + signature(arguments), key -> find(type, name, arguments));
            return Optional.ofNullable(method.invoke(target, arguments));
        } catch (InvocationTargetException e) {
            throw new Failure(name, e);
        } catch (IllegalAccessException | RuntimeException e) {
            throw e instanceof Failure ? (Failure) e : new Failure(name + " of " + type.getName(), e);
        }
    }

    private static String signature(Object... arguments) {
        StringBuilder text = new StringBuilder();
        for (Object argument : arguments) {
            text.append(' ').append(argument.getClass().getName());
        }
        return text.toString();
    }

    private static Method find(Class<?> type, String name, Object... arguments) {
        Optional<Method> found = among(type.getMethods(), name, arguments);
        for (Class<?> owner = type; !found.isPresent() && owner != null; owner = owner.getSuperclass()) {
            found = among(owner.getDeclaredMethods(), name, arguments);
        }
        Method method = found.orElseThrow(() -> new Failure(type.getName(), new NoSuchMethodException(name)));
        method.setAccessible(true);
        return method;
    }

    private static Optional<Method> among(Method[] methods, String name, Object... arguments) {
        Optional<Method> best = Optional.empty();
        for (Method method : methods) {
            if (method.getName().equals(name) && accepts(method, arguments)) {
                if (!method.isBridge() && !Modifier.isAbstract(method.getModifiers())) {
                    return Optional.of(method);
                }
                best = Optional.of(method);
            }
        }
        return best;
    }

    private static boolean accepts(Method method, Object... arguments) {
        Class<?>[] types = method.getParameterTypes();
        if (types.length != arguments.length) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            boolean fits = types[i] == boolean.class
                    ? arguments[i] instanceof Boolean
                    : types[i] == int.class ? arguments[i] instanceof Integer : types[i].isInstance(arguments[i]);
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
