package io.jointlending.fund.flow.domain.template;

import io.jointlending.fund.flow.domain.tree.ValueType;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Every method that a template can call, bound once at the start from beans given by name. Nothing is searched for: what is
 * not here cannot be called, whatever a definition says.
 */
public final class ProcessorRegistry {
    private final Map<String, BoundProcessor> processors = new TreeMap<>();

    /**
     * Binds the methods annotated with {@link Processor}.
     *
     * @throws IllegalStateException for a method that is not public, has other types, or a name that is taken or not plain
     */
    public ProcessorRegistry(Object... beans) {
        for (Object bean : beans) {
            Arrays.stream(bean.getClass().getMethods())
                    .filter(method -> method.isAnnotationPresent(Processor.class))
                    .sorted(Comparator.comparing(Method::getName))
                    .map(method -> bind(bean, method))
                    .forEach(this::add);
            for (Method method : bean.getClass().getDeclaredMethods()) {
                if (method.isAnnotationPresent(Processor.class) && !Modifier.isPublic(method.getModifiers())) {
                    throw new IllegalStateException("processor " + method + " is not public");
                }
            }
        }
    }

    /** The processor of this name. */
    public Optional<BoundProcessor> find(String name) {
        return Optional.ofNullable(processors.get(name));
    }

    /** All of them by name, for the page that lists them. */
    public Collection<BoundProcessor> all() {
        return List.copyOf(processors.values());
    }

    private void add(BoundProcessor processor) {
        if (processors.putIfAbsent(processor.name(), processor) != null) {
            throw new IllegalStateException("two processors are called " + processor.name());
        }
    }

    private static BoundProcessor bind(Object bean, Method method) {
        Processor processor = method.getAnnotation(Processor.class);
        if (!processor.value().matches("[a-zA-Z]\\w{0,63}")) {
            throw new IllegalStateException("'" + processor.value() + "' is no name for a processor: " + method);
        }
        List<Class<?>> parameters = new ArrayList<>(List.of(method.getParameterTypes()));
        boolean withContext = !parameters.isEmpty() && parameters.get(0) == RenderContext.class;
        if (withContext) {
            parameters.remove(0);
        }
        List<ValueType> in =
                parameters.stream().map(type -> typeOf(type, method)).toList();
        try {
            return new BoundProcessor(
                    processor.value(),
                    in,
                    typeOf(method.getReturnType(), method),
                    processor.io(),
                    processor.sensitive(),
                    processor.doc(),
                    withContext,
                    MethodHandles.publicLookup().unreflect(method).bindTo(bean));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("processor " + method + " is not accessible: its class must be public", e);
        }
    }

    private static ValueType typeOf(Class<?> type, Method method) {
        return ValueType.ofJava(type)
                .orElseThrow(() -> new IllegalStateException("processor " + method + " uses " + type.getName()
                        + "; allowed are long, String, BigDecimal, LocalDate and Tree"));
    }
}
