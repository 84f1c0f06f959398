/** What is owed today. */
@NullMarked
package io.jointlending.repayment.quote.application;

import org.jspecify.annotations.NullMarked;
