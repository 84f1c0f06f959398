package io.jointlending.system.rules.broken.loan.credit;

import io.jointlending.system.rules.broken.loan.order.domain.OrderUtil;

public record RoundTrip(OrderUtil util) {}
