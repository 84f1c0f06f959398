/** Attempts to collect what is due (批扣). */
@NullMarked
package io.jointlending.repayment.collection.domain;

import org.jspecify.annotations.NullMarked;
