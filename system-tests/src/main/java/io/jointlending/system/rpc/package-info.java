/** Calls one contract method from the command line. */
@NullMarked
package io.jointlending.system.rpc;

import org.jspecify.annotations.NullMarked;
