package io.jointlending.fund.route.domain;

import java.util.Collection;
import java.util.Set;

/** Which institutions' calls fail at the moment. A hint that may be old: it only changes the order of trying. */
@FunctionalInterface
public interface OpenBreakers {
    /** Those of the given institutions whose breakers are open; none where nobody knows. */
    Set<String> of(Collection<String> institutionCodes);
}
