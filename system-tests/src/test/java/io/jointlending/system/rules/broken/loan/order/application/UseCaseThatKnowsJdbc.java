package io.jointlending.system.rules.broken.loan.order.application;

import javax.sql.DataSource;

record UseCaseThatKnowsJdbc(DataSource source) {}
