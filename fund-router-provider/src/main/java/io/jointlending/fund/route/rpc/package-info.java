/** The door for routes. */
@NullMarked
package io.jointlending.fund.route.rpc;

import org.jspecify.annotations.NullMarked;
