package io.jointlending.api.iam;

import java.io.Serializable;

/** Asks about the caller: who that is comes from the session. */
public record SelfRequest() implements Serializable {}
