/** Contracts of fund-router-provider: how an order is funded. */
@NullMarked
package io.jointlending.api.fund;

import org.jspecify.annotations.NullMarked;
