package io.jointlending.system.rules.broken.fund.task;

import io.jointlending.system.rules.broken.loan.credit.RoundTrip;

record KnowsAnotherProvider(RoundTrip trip) {}
