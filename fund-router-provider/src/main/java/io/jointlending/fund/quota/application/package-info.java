/** Watching over quotas. */
@NullMarked
package io.jointlending.fund.quota.application;

import org.jspecify.annotations.NullMarked;
