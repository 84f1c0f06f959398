package io.jointlending.api.ops;

import java.io.Serializable;
import java.util.List;

/**
 * The processes of the platform.
 *
 * @param instances by application and address
 */
public record InstancesView(List<InstanceView> instances) implements Serializable {}
