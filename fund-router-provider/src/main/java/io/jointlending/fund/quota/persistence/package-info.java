/** Quotas in tables. */
@NullMarked
package io.jointlending.fund.quota.persistence;

import org.jspecify.annotations.NullMarked;
