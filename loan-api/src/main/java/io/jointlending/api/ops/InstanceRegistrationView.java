package io.jointlending.api.ops;

import java.io.Serializable;

/**
 * What an instance exports, in one registry.
 *
 * @param registry address of the registry
 * @param kind INTERFACE: the node of a contract; INSTANCE: the one node of the application
 * @param service contract with its Dubbo group before it, or name of the application
 * @param registered whether callers find it there now
 */
public record InstanceRegistrationView(String registry, String kind, String service, Boolean registered)
        implements Serializable {}
