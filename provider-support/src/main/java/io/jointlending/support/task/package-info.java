/** Work that is taken from tables in rounds. */
@NullMarked
package io.jointlending.support.task;

import org.jspecify.annotations.NullMarked;
