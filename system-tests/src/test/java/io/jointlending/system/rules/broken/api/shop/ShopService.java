package io.jointlending.system.rules.broken.api.shop;

import io.jointlending.system.rules.broken.api.RpcResult;
import io.jointlending.system.rules.broken.api.contract.Command;

public interface ShopService {
    @Command
    RpcResult<BuyRequest> buy(BuyRequest request);

    String answerless(String question);
}
