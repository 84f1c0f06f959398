package io.jointlending.system.rules.broken.support.money;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class MoneyThatLogs {
    private static final Logger LOG = LoggerFactory.getLogger(MoneyThatLogs.class);

    void round() {
        LOG.info("rounded");
    }
}
