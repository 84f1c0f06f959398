/** Tests of who calls and what the caller may do. */
@NullMarked
package io.jointlending.support.identity;

import org.jspecify.annotations.NullMarked;
