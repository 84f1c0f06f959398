package io.jointlending.fund.flow.domain.template;

import io.jointlending.fund.flow.domain.tree.ValueType;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A processor, bound to its bean.
 *
 * @param name name in expressions
 * @param in types it takes
 * @param out type it gives
 * @param io whether it asks another system
 * @param sensitive whether its result is masked in logs
 * @param doc what it does
 * @param withContext whether it is given a {@link RenderContext} first
 * @param handle the method
 */
public record BoundProcessor(
        String name,
        List<ValueType> in,
        ValueType out,
        boolean io,
        boolean sensitive,
        String doc,
        boolean withContext,
        MethodHandle handle) {
    public BoundProcessor {
        in = List.copyOf(in);
    }

    /** What it takes, in the words of a definition: {@code (long, string)}. */
    public String takes() {
        return words(in);
    }

    static String words(List<ValueType> types) {
        return types.stream().map(ValueType::word).collect(Collectors.joining(", ", "(", ")"));
    }

    Object call(RenderContext context, List<Object> arguments) {
        List<Object> all = new ArrayList<>();
        if (withContext) {
            all.add(context);
        }
        all.addAll(arguments);
        Object result;
        try {
            result = handle.invokeWithArguments(all);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            // Whatever a processor throws concerns one task; its message could hold the value, so only its class is
            // told.
            throw new CannotRender(
                    "processor " + name + " failed with " + e.getClass().getSimpleName(), io);
        }
        if (result == null) {
            throw new CannotRender("processor " + name + " gave nothing", io);
        }
        return result;
    }
}
