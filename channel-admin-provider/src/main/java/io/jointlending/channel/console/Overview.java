package io.jointlending.channel.console;

import io.jointlending.api.RpcResult;
import io.jointlending.api.ops.OpsService;
import io.jointlending.api.ops.StatusRequest;
import io.jointlending.api.ops.StatusView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What every provider says of itself: one that does not answer is a line with its code, and the others are shown.
 *
 * @param providers in the order of the money
 */
record Overview(List<Provider> providers) {
    static Overview of(Together together, Function<String, OpsService> ops) {
        Map<String, Together.Part<StatusView>> parts = new LinkedHashMap<>();
        for (String application : ConsolePages.PROVIDERS) {
            parts.put(application, together.begin(() -> ops.apply(application).status(new StatusRequest())));
        }
        return new Overview(parts.entrySet().stream()
                .map(part -> new Provider(part.getKey(), part.getValue().answer()))
                .toList());
    }

    /** One provider. */
    record Provider(String application, RpcResult<StatusView> status) {}
}
