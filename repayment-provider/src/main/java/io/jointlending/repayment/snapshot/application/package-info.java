/** The day-end snapshot as a job. */
@NullMarked
package io.jointlending.repayment.snapshot.application;

import org.jspecify.annotations.NullMarked;
