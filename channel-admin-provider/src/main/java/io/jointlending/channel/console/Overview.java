package io.jointlending.channel.console;

import io.jointlending.api.RpcResult;
import io.jointlending.api.ops.OpsService;
import io.jointlending.api.ops.StatusRequest;
import io.jointlending.api.ops.StatusView;
import io.jointlending.support.rpc.LocalDoor;
import java.util.List;
import java.util.function.Function;

/**
 * What every provider says of itself: one that does not answer is a line with its code, and the others are shown.
 *
 * @param providers in the order of the money
 */
record Overview(List<Provider> providers) {
    static Overview of(Function<String, OpsService> ops) {
        return new Overview(ConsolePages.PROVIDERS.stream()
                .map(application -> new Provider(application, LocalDoor.safely(() -> ops.apply(application)
                        .status(new StatusRequest()))))
                .toList());
    }

    /** One provider. */
    record Provider(String application, RpcResult<StatusView> status) {}
}
