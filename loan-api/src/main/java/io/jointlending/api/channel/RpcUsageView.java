package io.jointlending.api.channel;

import java.io.Serializable;
import java.util.List;

/**
 * Which methods are in use.
 *
 * @param days that were asked for
 * @param unused how many methods are UNUSED, whichever were asked for
 * @param providers that are registered, by application name
 * @param methods by application, contract and method
 */
public record RpcUsageView(Integer days, Integer unused, List<RpcProviderView> providers, List<RpcMethodView> methods)
        implements Serializable {}
