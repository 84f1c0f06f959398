package io.jointlending.system.rules.broken.loan.order.domain;

import io.jointlending.system.rules.broken.loan.credit.RoundTrip;

public record OrderUtil(RoundTrip back) {}
