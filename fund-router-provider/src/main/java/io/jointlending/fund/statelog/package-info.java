/** Every move of a task, leg or sub-order, in a row. */
@NullMarked
package io.jointlending.fund.statelog;

import org.jspecify.annotations.NullMarked;
