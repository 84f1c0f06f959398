/** The contract of repayment-provider. */
@NullMarked
package io.jointlending.repayment.repay.rpc;

import org.jspecify.annotations.NullMarked;
