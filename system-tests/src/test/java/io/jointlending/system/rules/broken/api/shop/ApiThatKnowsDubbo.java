package io.jointlending.system.rules.broken.api.shop;

import org.apache.dubbo.common.URL;

interface ApiThatKnowsDubbo {
    URL url();
}
