/** What can be done with borrowers: activate, find. */
@NullMarked
package io.jointlending.loan.borrower.application;

import org.jspecify.annotations.NullMarked;
