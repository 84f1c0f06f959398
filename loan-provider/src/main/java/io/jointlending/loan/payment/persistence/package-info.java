/** Payment questions and discrepancies in MySQL. */
@NullMarked
package io.jointlending.loan.payment.persistence;

import org.jspecify.annotations.NullMarked;
