/** The validity of a quote. */
@NullMarked
package io.jointlending.repayment.quote.domain;

import org.jspecify.annotations.NullMarked;
