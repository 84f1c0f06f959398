/** Which parts of repayments institutions have to be told. */
@NullMarked
package io.jointlending.fund.notice.domain;

import org.jspecify.annotations.NullMarked;
