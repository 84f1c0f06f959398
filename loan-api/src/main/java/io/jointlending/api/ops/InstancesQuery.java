package io.jointlending.api.ops;

import java.io.Serializable;

/** Asks for all instances. */
public record InstancesQuery() implements Serializable {}
