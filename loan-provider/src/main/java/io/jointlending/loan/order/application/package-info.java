/** What can be done with master orders: submit, loan out, settle, read. */
@NullMarked
package io.jointlending.loan.order.application;

import org.jspecify.annotations.NullMarked;
