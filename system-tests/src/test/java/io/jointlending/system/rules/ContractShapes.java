package io.jointlending.system.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.validation.Constraint;
import jakarta.validation.Valid;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What contract interfaces and records look like, by reflection; everything odd goes to {@code report}. */
final class ContractShapes {
    private static final Set<Type> FLAT = Set.of(
            String.class,
            Long.class,
            Integer.class,
            Boolean.class,
            BigDecimal.class,
            LocalDate.class,
            LocalDateTime.class);

    private final String api;
    private final Consumer<String> report;

    /** @param api package prefix of the contracts, with its dot */
    ContractShapes(String api, Consumer<String> report) {
        this.api = api;
        this.report = report;
    }

    /** One request record in, RpcResult out, no overloads, no throws, marked as command or query. */
    void checkMethods(JavaClass type) {
        if (!isService(type)) {
            return;
        }
        Class<?> service = type.reflect();
        Set<String> names = new HashSet<>();
        for (Method method : service.getDeclaredMethods()) {
            String name = service.getSimpleName() + "." + method.getName();
            if (!names.add(method.getName())) {
                report.accept(name + " is overloaded: method names are what consumers configure");
            }
            if (method.getExceptionTypes().length > 0) {
                report.accept(name + " throws");
            }
            if (!isResult(method.getGenericReturnType())) {
                report.accept(
                        name + " does not return RpcResult of a contract record: " + method.getGenericReturnType());
            }
            if (method.getParameterCount() != 1 || !isContractRecord(method.getParameterTypes()[0])) {
                report.accept(name + " does not take exactly one request record");
            }
            boolean marked = has(method, "Command") || has(method, "Query") || has(method, "Once");
            if (!marked && !has(service, "DevelopmentOnly")) {
                report.accept(name + " is none of @Command, @Query and @Once");
            }
        }
    }

    /** A command carries requestNo and has a query…ByRequestNo twin with the same answer. */
    void checkCommands(JavaClass type) {
        if (!isService(type)) {
            return;
        }
        Class<?> service = type.reflect();
        for (Method command : service.getDeclaredMethods()) {
            if (!has(command, "Command")) {
                continue;
            }
            String name = service.getSimpleName() + "." + command.getName();
            boolean numbered = Stream.of(command.getParameterTypes())
                    .filter(Class::isRecord)
                    .flatMap(request -> Stream.of(request.getRecordComponents()))
                    .anyMatch(component -> component.getName().equals("requestNo"));
            if (!numbered) {
                report.accept(name + " is a command without a requestNo");
            }
            String twin = "query" + command.getName().substring(0, 1).toUpperCase(Locale.ROOT)
                    + command.getName().substring(1) + "ByRequestNo";
            boolean answered = Arrays.stream(service.getDeclaredMethods())
                    .anyMatch(method -> method.getName().equals(twin)
                            && method.getGenericReturnType().equals(command.getGenericReturnType())
                            && has(method, "Query"));
            if (!answered) {
                report.accept(name + " has no twin " + twin + " with the same answer");
            }
        }
    }

    /** Strings, boxed numbers, dates, contract records and lists of those; serializable; amounts are Long …Fen. */
    void checkComponents(JavaClass type) {
        Class<?> record = type.reflect();
        if (!record.isRecord()
                || record.getSimpleName().equals("RpcResult")
                || record.getSimpleName().equals("ErrorCode")) {
            return;
        }
        if (!java.io.Serializable.class.isAssignableFrom(record)) {
            report.accept(record.getSimpleName() + " is not Serializable");
        }
        for (RecordComponent component : record.getRecordComponents()) {
            String name = record.getSimpleName() + "." + component.getName();
            Type given = component.getGenericType();
            Type element = elementOf(given);
            if (!FLAT.contains(element) && !(element instanceof Class<?> nested && isContractRecord(nested))) {
                report.accept(
                        name + " is a " + given.getTypeName() + ": not a flat, boxed type, contract record or list");
            }
            if (component.getName().endsWith("Fen") && !given.equals(Long.class)) {
                report.accept(name + " is money but no Long");
            }
        }
    }

    /** Every component of a request, also inside its nested records, is constrained or @Nullable. */
    void checkConstraints(JavaClass type) {
        if (isService(type)) {
            Set<Class<?>> seen = new HashSet<>();
            for (Method method : type.reflect().getDeclaredMethods()) {
                for (Class<?> request : method.getParameterTypes()) {
                    checkRequest(request, seen);
                }
            }
        }
    }

    private void checkRequest(Class<?> request, Set<Class<?>> seen) {
        if (!request.isRecord() || !seen.add(request)) {
            return;
        }
        for (RecordComponent component : request.getRecordComponents()) {
            String name = request.getSimpleName() + "." + component.getName();
            Annotation[] annotations = annotationsOf(component);
            boolean constrained = Arrays.stream(annotations)
                    .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(Constraint.class));
            if (!constrained && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                report.accept(name + " has no constraint and is not @Nullable");
            }
            if (elementOf(component.getGenericType()) instanceof Class<?> nested && isContractRecord(nested)) {
                boolean valid = Arrays.stream(annotations).anyMatch(Valid.class::isInstance)
                        || component.getAnnotatedType().toString().contains("@jakarta.validation.Valid");
                if (!valid) {
                    report.accept(name + " holds a record that is not checked: @Valid is missing");
                }
                checkRequest(nested, seen);
            }
        }
    }

    private static Annotation[] annotationsOf(RecordComponent component) {
        Stream<Annotation> onField;
        try {
            onField = Stream.of(component
                    .getDeclaringRecord()
                    .getDeclaredField(component.getName())
                    .getAnnotations());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("a record component always has a field", e);
        }
        return Stream.of(
                        onField,
                        Stream.of(component.getAnnotations()),
                        Stream.of(component.getAnnotatedType().getAnnotations()))
                .flatMap(all -> all)
                .toArray(Annotation[]::new);
    }

    private boolean isService(JavaClass type) {
        return type.isInterface()
                && !type.isAnnotation()
                && type.getSimpleName().endsWith("Service");
    }

    private boolean isResult(Type type) {
        return type instanceof ParameterizedType result
                && result.getRawType().getTypeName().endsWith(".RpcResult")
                && result.getActualTypeArguments()[0] instanceof Class<?> data
                && isContractRecord(data);
    }

    private boolean isContractRecord(Class<?> type) {
        return type.isRecord() && type.getName().startsWith(api);
    }

    private static Type elementOf(Type type) {
        return type instanceof ParameterizedType list && list.getRawType().equals(List.class)
                ? list.getActualTypeArguments()[0]
                : type;
    }

    /** By simple name, because the fixtures carry annotations of their own. */
    private static boolean has(AnnotatedElement element, String annotation) {
        return Arrays.stream(element.getAnnotations())
                .anyMatch(one -> one.annotationType().getSimpleName().equals(annotation));
    }
}
