package io.jointlending.fund.flow.domain.template;

import io.jointlending.fund.flow.domain.tree.Tree;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request message with places to fill in (报文模板): a tree, never text, so a value cannot change its structure. */
public sealed interface Template {
    /** A value that is always the same. */
    record Literal(Tree value) implements Template {}

    /** Named parts. */
    record FieldsOf(Map<String, Template> fields) implements Template {
        public FieldsOf {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /** A list of parts. */
    record ItemsOf(List<Template> items) implements Template {
        public ItemsOf {
            items = List.copyOf(items);
        }
    }

    /**
     * One item for each entry of a list; {@code item} is the entry inside.
     *
     * @param list path of the list
     * @param item part for one entry
     */
    record Each(List<String> list, Template item) implements Template {
        public Each {
            list = List.copyOf(list);
        }
    }

    /**
     * A value that is filled in.
     *
     * @param path where the value comes from; null if the first call makes it
     * @param optional whether the field is left out when there is no value
     * @param calls processors, each gets the result of the one before
     */
    record Expression(@Nullable List<String> path, boolean optional, List<Call> calls) implements Template {
        public Expression {
            path = path == null ? null : List.copyOf(path);
            calls = List.copyOf(calls);
        }
    }

    /**
     * A processor in an expression.
     *
     * @param processor its name
     * @param literals arguments after the piped value: {@link String} or {@link Long}
     */
    record Call(String processor, List<Object> literals) {
        public Call {
            literals = List.copyOf(literals);
        }
    }
}
