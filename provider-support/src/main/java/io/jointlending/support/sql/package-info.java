/** What the statements of a provider take. */
@NullMarked
package io.jointlending.support.sql;

import org.jspecify.annotations.NullMarked;
