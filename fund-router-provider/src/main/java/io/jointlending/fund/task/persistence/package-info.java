/** Tasks, their logs and callbacks in tables. */
@NullMarked
package io.jointlending.fund.task.persistence;

import org.jspecify.annotations.NullMarked;
