package io.jointlending.channel.console;

import io.jointlending.api.RpcResult;

/** What the console does when the browser asks: it calls contracts, for the session of the browser. */
@FunctionalInterface
interface Endpoint {
    /** The answer of the contract, or of several. */
    RpcResult<?> answer(ConsoleRequest request);
}
