/** The internal audit: the books against themselves. */
@NullMarked
package io.jointlending.api.audit;

import org.jspecify.annotations.NullMarked;
