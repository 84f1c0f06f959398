package io.jointlending.system.rules.broken.loan.order.domain;

import java.sql.Timestamp;

record OldDate(Timestamp time) {}
