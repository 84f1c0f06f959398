/** Orders that something is due on. */
@NullMarked
package io.jointlending.repayment.due.domain;

import org.jspecify.annotations.NullMarked;
