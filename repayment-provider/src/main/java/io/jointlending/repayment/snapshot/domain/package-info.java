/** What a snapshot says. */
@NullMarked
package io.jointlending.repayment.snapshot.domain;

import org.jspecify.annotations.NullMarked;
