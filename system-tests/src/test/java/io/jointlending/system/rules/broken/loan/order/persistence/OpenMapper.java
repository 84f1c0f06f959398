package io.jointlending.system.rules.broken.loan.order.persistence;

public interface OpenMapper {}
