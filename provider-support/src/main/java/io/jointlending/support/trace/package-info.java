/** The trace that a thread works for, in calls, messages and log lines. */
@NullMarked
package io.jointlending.support.trace;

import org.jspecify.annotations.NullMarked;
