package io.jointlending.fund.watch;

class MonitorsIT extends MonitorsContract {
    MonitorsIT() {
        super(4_000);
    }
}
