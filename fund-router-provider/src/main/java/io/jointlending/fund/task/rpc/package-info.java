/** The doors for callbacks and for operators who look after tasks. */
@NullMarked
package io.jointlending.fund.task.rpc;

import org.jspecify.annotations.NullMarked;
