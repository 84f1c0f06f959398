/** Tests of the command line call. */
@NullMarked
package io.jointlending.system.rpc;

import org.jspecify.annotations.NullMarked;
