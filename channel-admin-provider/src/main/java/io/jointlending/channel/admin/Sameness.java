package io.jointlending.channel.admin;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.support.error.Refusal;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.dao.DuplicateKeyException;

/** Adding an entry that may exist: the same content again is the same answer, other content is refused. */
final class Sameness {
    private Sameness() {}

    /**
     * The stored entry, added by {@code add} unless it was there before. Of two callers at once, the second one's insert
     * fails on the key after the first has committed, and then finds what the first has stored.
     *
     * @param content what has to be equal: the entry without what the provider itself sets
     * @param field field of the request that is named when it is refused
     */
    static <E> E addOnce(
            E wanted, Supplier<Optional<E>> find, UnaryOperator<E> content, Supplier<E> add, String field) {
        Optional<E> found = find.get();
        if (found.isEmpty()) {
            try {
                return add.get();
            } catch (DuplicateKeyException lostTheRace) {
                found = find.get();
            }
        }
        return found.filter(stored -> content.apply(stored).equals(content.apply(wanted)))
                .orElseThrow(() -> new Refusal(ErrorCodes.ALREADY_EXISTS, field));
    }
}
