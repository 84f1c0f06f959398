/** Products, as channel-admin-provider tells them. */
@NullMarked
package io.jointlending.loan.order.remote;

import org.jspecify.annotations.NullMarked;
