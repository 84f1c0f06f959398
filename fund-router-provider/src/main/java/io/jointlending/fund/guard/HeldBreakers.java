package io.jointlending.fund.guard;

import java.util.List;

/** Which breakers persons hold, as it is stored for all instances. */
@FunctionalInterface
public interface HeldBreakers {
    /** Those that are held now. */
    List<HeldBreaker> now();
}
