/** The internal audit: the books of orders against themselves, with SQL that shares no code with what wrote them. */
@NullMarked
package io.jointlending.repayment.audit;

import org.jspecify.annotations.NullMarked;
