/** The door for questions about funding. */
@NullMarked
package io.jointlending.fund.funding.rpc;

import org.jspecify.annotations.NullMarked;
