/** How an event was split, asked from repayment-provider. */
@NullMarked
package io.jointlending.fund.notice.remote;

import org.jspecify.annotations.NullMarked;
