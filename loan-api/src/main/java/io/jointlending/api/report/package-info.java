/** Closing of business dates and reports to institutions. */
@NullMarked
package io.jointlending.api.report;

import org.jspecify.annotations.NullMarked;
