package io.jointlending.fund.flow.domain.template;

import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.flow.domain.tree.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fills in one request. */
public final class Rendering {
    private static final Tree.Text STARS = new Tree.Text("***");

    private final ProcessorRegistry processors;
    private final RenderContext context;
    private final Tree.Fields scope;

    private Rendering(ProcessorRegistry processors, RenderContext context, Tree.Fields scope) {
        this.processors = processors;
        this.context = context;
        this.scope = scope;
    }

    /**
     * A message and what of it may be seen.
     *
     * @param tree the message to send
     * @param masked the same with every sensitive value replaced, for logs
     */
    public record Rendered(Tree tree, Tree masked) {}

    /**
     * The message of a template.
     *
     * @param input what the caller supplied
     * @param out what earlier steps took from answers
     * @throws CannotRender if a value is missing or a processor fails
     */
    public static Rendered render(
            Template template,
            ProcessorRegistry processors,
            RenderContext context,
            Tree.Fields input,
            Tree.Fields out) {
        Rendering rendering = new Rendering(processors, context, input.with("out", out));
        Rendered rendered = rendering.part(template, null);
        return rendered == null ? new Rendered(new Tree.Nil(), new Tree.Nil()) : rendered;
    }

    /** A part; null where an optional value is left out. */
    private @Nullable Rendered part(Template template, @Nullable Tree item) {
        if (template instanceof Template.Literal literal) {
            return new Rendered(literal.value(), literal.value());
        }
        if (template instanceof Template.FieldsOf some) {
            Map<String, Tree> fields = new LinkedHashMap<>();
            Map<String, Tree> masked = new LinkedHashMap<>();
            some.fields().forEach((name, field) -> {
                Rendered rendered = part(field, item);
                if (rendered != null) {
                    fields.put(name, rendered.tree());
                    masked.put(name, rendered.masked());
                }
            });
            return new Rendered(new Tree.Fields(fields), new Tree.Fields(masked));
        }
        if (template instanceof Template.ItemsOf some) {
            return list(some.items().stream().map(one -> part(one, item)).toList());
        }
        if (template instanceof Template.Each each) {
            Tree list = value(each.list(), item)
                    .orElseThrow(() -> new CannotRender(String.join(".", each.list()) + " is missing", false));
            if (!(list instanceof Tree.Items items)) {
                throw new CannotRender(String.join(".", each.list()) + " is not a list", false);
            }
            return list(
                    items.items().stream().map(one -> part(each.item(), one)).toList());
        }
        return expression((Template.Expression) template, item);
    }

    private static Rendered list(List<@Nullable Rendered> parts) {
        List<Tree> items = new ArrayList<>();
        List<Tree> masked = new ArrayList<>();
        for (Rendered part : parts) {
            if (part != null) {
                items.add(part.tree());
                masked.add(part.masked());
            }
        }
        return new Rendered(new Tree.Items(items), new Tree.Items(masked));
    }

    private @Nullable Rendered expression(Template.Expression expression, @Nullable Tree item) {
        Tree value = null;
        List<String> path = expression.path();
        if (path != null) {
            Optional<Tree> found = value(path, item);
            if (found.isEmpty() && expression.optional()) {
                return null;
            }
            value = found.orElseThrow(() -> new CannotRender(String.join(".", path) + " is missing", false));
        }
        boolean sensitive = false;
        for (Template.Call call : expression.calls()) {
            BoundProcessor processor = processors
                    .find(call.processor())
                    .orElseThrow(() -> new CannotRender("no processor '" + call.processor() + "'", false));
            value = ValueType.tree(processor.call(context, arguments(processor, call, value)));
            sensitive |= processor.sensitive();
        }
        if (value == null) {
            throw new CannotRender("an expression without a value", false);
        }
        return new Rendered(value, sensitive ? STARS : value);
    }

    private static List<Object> arguments(BoundProcessor processor, Template.Call call, @Nullable Tree piped) {
        List<Object> arguments = new ArrayList<>();
        if (piped != null) {
            ValueType first =
                    processor.in().isEmpty() ? ValueType.TREE : processor.in().get(0);
            arguments.add(first.read(piped)
                    .orElseThrow(() -> new CannotRender(
                            "processor " + processor.name() + " takes " + processor.takes() + ", not this value",
                            false)));
        }
        arguments.addAll(call.literals());
        return arguments;
    }

    private Optional<Tree> value(List<String> path, @Nullable Tree item) {
        Optional<Tree> found =
                path.get(0).equals("item") && item != null ? item.at(path.subList(1, path.size())) : scope.at(path);
        return found.filter(tree -> !(tree instanceof Tree.Nil));
    }
}
