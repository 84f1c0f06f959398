/** Funding tasks and their legs in tables. */
@NullMarked
package io.jointlending.fund.task.persistence;

import org.jspecify.annotations.NullMarked;
