/** Payment results, contradictions, the payment system's side. */
@NullMarked
package io.jointlending.loan.payment.domain;

import org.jspecify.annotations.NullMarked;
