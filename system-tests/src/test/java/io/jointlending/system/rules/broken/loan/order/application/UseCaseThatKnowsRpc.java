package io.jointlending.system.rules.broken.loan.order.application;

import io.jointlending.system.rules.broken.loan.order.rpc.RpcThatReadsRows;

record UseCaseThatKnowsRpc(RpcThatReadsRows rpc) {}
