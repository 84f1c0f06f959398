package io.jointlending.agent.inside;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/** A set of objects by identity that keeps none of them alive. */
final class WeakObjects {
    private final List<WeakReference<Object>> references = new ArrayList<>();

    boolean contains(Object object) {
        for (WeakReference<Object> reference : references) {
            if (reference.get() == object) {
                return true;
            }
        }
        return false;
    }

    void add(Object object) {
        if (!contains(object)) {
            references.add(new WeakReference<>(object));
        }
    }

    void remove(Object object) {
        references.removeIf(reference -> reference.get() == object);
    }

    int size() {
        references.removeIf(reference -> reference.get() == null);
        return references.size();
    }

    void clear() {
        references.clear();
    }
}
