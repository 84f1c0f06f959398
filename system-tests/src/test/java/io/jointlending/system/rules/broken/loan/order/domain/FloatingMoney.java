package io.jointlending.system.rules.broken.loan.order.domain;

record FloatingMoney(double amount) {}
