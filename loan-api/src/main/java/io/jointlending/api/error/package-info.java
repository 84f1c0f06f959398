/** The one table of answer codes. */
@NullMarked
package io.jointlending.api.error;

import org.jspecify.annotations.NullMarked;
