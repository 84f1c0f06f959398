package io.jointlending.fund.flow.domain.template;

/**
 * What a processor may know besides its arguments.
 *
 * @param channel channel of the flow
 * @param businessNo business number of the task
 * @param requestNo number of the request that is being filled in
 */
public record RenderContext(String channel, String businessNo, String requestNo) {}
