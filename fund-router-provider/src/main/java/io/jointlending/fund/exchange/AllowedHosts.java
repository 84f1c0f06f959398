package io.jointlending.fund.exchange;

import java.util.Set;

/** At which hosts an institution may be asked, as persons agreed on; the base address of a channel must be at one of them. */
@FunctionalInterface
public interface AllowedHosts {
    /** Hosts in lower case; none where nobody knows. */
    Set<String> of(String institutionCode);
}
