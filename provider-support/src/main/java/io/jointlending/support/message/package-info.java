/** Messages in the hands of operators: search, replay, give up, audit; and their purge. */
@NullMarked
package io.jointlending.support.message;

import org.jspecify.annotations.NullMarked;
