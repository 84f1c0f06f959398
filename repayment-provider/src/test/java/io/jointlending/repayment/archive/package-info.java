/** Moving settled orders to the archive tables, and reading them there. */
@NullMarked
package io.jointlending.repayment.archive;

import org.jspecify.annotations.NullMarked;
