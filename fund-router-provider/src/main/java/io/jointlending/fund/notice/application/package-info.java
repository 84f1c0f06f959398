/** Telling institutions their parts of repayments. */
@NullMarked
package io.jointlending.fund.notice.application;

import org.jspecify.annotations.NullMarked;
