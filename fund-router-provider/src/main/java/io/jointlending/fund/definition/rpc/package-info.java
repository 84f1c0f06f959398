/** The door for operators who publish definitions. */
@NullMarked
package io.jointlending.fund.definition.rpc;

import org.jspecify.annotations.NullMarked;
