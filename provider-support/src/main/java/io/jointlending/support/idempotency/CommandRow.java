package io.jointlending.support.idempotency;

import org.jspecify.annotations.Nullable;

/** A command as stored: hash of its body, and its answer once it is done. */
record CommandRow(String bodyHash, @Nullable String answer) {}
