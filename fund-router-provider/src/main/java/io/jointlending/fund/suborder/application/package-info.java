/** What happens to sub-orders after they are made. */
@NullMarked
package io.jointlending.fund.suborder.application;

import org.jspecify.annotations.NullMarked;
