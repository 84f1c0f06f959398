package io.jointlending.fund.watch;

import org.junit.jupiter.api.Tag;

/** The same with a million tasks. */
@Tag("drill")
class MonitorsDrillIT extends MonitorsContract {
    MonitorsDrillIT() {
        super(1_000_000);
    }
}
