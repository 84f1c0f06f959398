/** Tests of the dev stack; those named IT start real servers. */
@NullMarked
package io.jointlending.devstack;

import org.jspecify.annotations.NullMarked;
