/** The door for questions about funding. */
@NullMarked
package io.jointlending.fund.task.rpc;

import org.jspecify.annotations.NullMarked;
