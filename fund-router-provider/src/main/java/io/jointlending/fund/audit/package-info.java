/** What persons decided, written down in the transaction of the change. */
@NullMarked
package io.jointlending.fund.audit;

import org.jspecify.annotations.NullMarked;
