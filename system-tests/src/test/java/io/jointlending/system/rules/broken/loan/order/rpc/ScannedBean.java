package io.jointlending.system.rules.broken.loan.order.rpc;

import org.apache.dubbo.config.annotation.DubboService;

@DubboService
final class ScannedBean {}
