package io.jointlending.api.ops;

import java.io.Serializable;

/** Asks an instance about itself. */
public record StatusRequest() implements Serializable {}
