package io.jointlending.fund.flow.domain;

import io.jointlending.fund.flow.domain.tree.Pointer;
import io.jointlending.fund.flow.domain.tree.Tree;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A story inside a definition: what happens, and which way the task must take. A definition whose stories fail is not used.
 *
 * @param name what it shows
 * @param events what happens, in order
 * @param path steps in the order they were entered or sent again
 * @param sent values that requests must have carried
 */
public record Example(String name, List<Happening> events, List<String> path, List<Sent> sent) {
    public Example {
        events = List.copyOf(events);
        path = List.copyOf(path);
        sent = List.copyOf(sent);
    }

    /** A value in the last request of a step. */
    public record Sent(String step, Pointer at, Tree value) {}

    /** One event of a story. */
    public record Happening(Kind kind, String text, Tree body, @Nullable Duration after) {}

    /** The kinds of events a story can tell. */
    public enum Kind {
        /** The institution answered with this body. */
        REPLY("reply"),
        /** Sent, and no verified answer. */
        LOST("lost"),
        /** Proved not to have been sent. */
        NOT_SENT("notSent"),
        /** A verified callback with this body. */
        CALLBACK("callback"),
        /** The wait of this length is over. */
        TIMER("timer");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word in a definition. */
        public String word() {
            return word;
        }
    }
}
