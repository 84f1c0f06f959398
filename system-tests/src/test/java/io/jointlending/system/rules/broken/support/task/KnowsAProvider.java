package io.jointlending.system.rules.broken.support.task;

import io.jointlending.system.rules.broken.loan.credit.RoundTrip;

record KnowsAProvider(RoundTrip trip) {}
