package io.jointlending.system.rules.broken.loan.order.rpc;

import io.jointlending.system.rules.broken.loan.order.persistence.OpenMapper;

public record RpcThatReadsRows(OpenMapper mapper) {}
