/** How much of an institution's money is promised and used, as values. */
@NullMarked
package io.jointlending.fund.quota.domain;

import org.jspecify.annotations.NullMarked;
