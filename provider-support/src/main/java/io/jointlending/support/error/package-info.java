/** How business code refuses a request. */
@NullMarked
package io.jointlending.support.error;

import org.jspecify.annotations.NullMarked;
