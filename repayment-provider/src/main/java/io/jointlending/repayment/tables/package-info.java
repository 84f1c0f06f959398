/** What the persistence of every feature needs. */
@NullMarked
package io.jointlending.repayment.tables;

import org.jspecify.annotations.NullMarked;
