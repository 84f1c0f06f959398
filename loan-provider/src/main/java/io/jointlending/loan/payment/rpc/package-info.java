/** Where payment results come in. */
@NullMarked
package io.jointlending.loan.payment.rpc;

import org.jspecify.annotations.NullMarked;
