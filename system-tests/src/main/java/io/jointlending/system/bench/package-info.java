/** Measures repayments over Dubbo against the same statements issued by bare JDBC. */
@NullMarked
package io.jointlending.system.bench;

import org.jspecify.annotations.NullMarked;
