package io.jointlending.fund.task.persistence;

import io.jointlending.fund.flow.domain.Outcome;
import io.jointlending.fund.flow.domain.machine.Event;
import io.jointlending.fund.flow.domain.machine.Occurrence;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.flow.text.TreeText;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events as the JSON of the log of a task. */
final class EventText {
    private static final String TYPE = "type";
    private static final String WHY = "why";
    private static final String BODY = "body";

    private EventText() {}

    static String write(Occurrence occurrence) {
        Map<String, Tree> fields = new LinkedHashMap<>();
        event(occurrence.event(), fields);
        fields.put("elapsedMs", Tree.Numeral.of(occurrence.elapsed().toMillis()));
        fields.put("jitter", Tree.Numeral.of(occurrence.jitterPerMille()));
        return TreeText.write(new Tree.Fields(fields));
    }

    private static void event(Event event, Map<String, Tree> fields) {
        if (event instanceof Event.Replied replied) {
            put(fields, TYPE, "replied");
            fields.put(BODY, replied.body());
        } else if (event instanceof Event.Lost lost) {
            put(fields, TYPE, "lost");
            put(fields, WHY, lost.why());
        } else if (event instanceof Event.NotSent notSent) {
            put(fields, TYPE, "notSent");
            put(fields, WHY, notSent.why());
        } else if (event instanceof Event.NotReady notReady) {
            put(fields, TYPE, "notReady");
            put(fields, WHY, notReady.why());
        } else if (event instanceof Event.NotRendered notRendered) {
            put(fields, TYPE, "notRendered");
            put(fields, WHY, notRendered.why());
        } else if (event instanceof Event.CalledBack called) {
            put(fields, TYPE, "calledBack");
            put(fields, "event", called.event());
            fields.put(BODY, called.body());
        } else if (event instanceof Event.TimerFired) {
            put(fields, TYPE, "timer");
        } else if (event instanceof Event.Intervened person) {
            put(fields, TYPE, "intervened");
            put(fields, "by", person.by());
            put(fields, "approvedBy", person.approvedBy());
            put(fields, "action", person.action().name());
            put(fields, "reason", person.reason());
            put(fields, "step", person.step());
            Outcome outcome = person.outcome();
            put(fields, "outcome", outcome == null ? null : outcome.name());
        }
    }

    static Occurrence read(String text) {
        Map<String, Tree> fields = TreeText.readFields(text).fields();
        return new Occurrence(
                event(fields),
                Duration.ofMillis(number(fields, "elapsedMs")),
                Math.toIntExact(number(fields, "jitter")));
    }

    private static Event event(Map<String, Tree> fields) {
        String type = need(fields, TYPE);
        return switch (type) {
            case "replied" -> new Event.Replied(body(fields));
            case "lost" -> new Event.Lost(need(fields, WHY));
            case "notSent" -> new Event.NotSent(need(fields, WHY));
            case "notReady" -> new Event.NotReady(need(fields, WHY));
            case "notRendered" -> new Event.NotRendered(need(fields, WHY));
            case "calledBack" -> new Event.CalledBack(need(fields, "event"), body(fields));
            case "timer" -> new Event.TimerFired();
            case "intervened" -> intervened(fields);
            default -> throw new IllegalStateException("a log holds an event of the unknown type " + type);
        };
    }

    private static Event intervened(Map<String, Tree> fields) {
        String outcome = get(fields, "outcome");
        return new Event.Intervened(
                need(fields, "by"),
                get(fields, "approvedBy"),
                Event.Action.valueOf(need(fields, "action")),
                need(fields, "reason"),
                get(fields, "step"),
                outcome == null ? null : Outcome.valueOf(outcome));
    }

    private static Tree body(Map<String, Tree> fields) {
        Tree body = fields.get(BODY);
        return body == null ? new Tree.Nil() : body;
    }

    private static void put(Map<String, Tree> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, new Tree.Text(value));
        }
    }

    private static @Nullable String get(Map<String, Tree> fields, String name) {
        return fields.get(name) instanceof Tree.Text text ? text.value() : null;
    }

    private static String need(Map<String, Tree> fields, String name) {
        String value = get(fields, name);
        if (value == null) {
            throw new IllegalStateException("an event in a log lacks " + name);
        }
        return value;
    }

    private static long number(Map<String, Tree> fields, String name) {
        if (fields.get(name) instanceof Tree.Numeral number) {
            return number.value().longValueExact();
        }
        throw new IllegalStateException("an event in a log lacks " + name);
    }
}
