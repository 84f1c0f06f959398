/** Funding tasks and their legs in tables. */
@NullMarked
package io.jointlending.fund.funding.persistence;

import org.jspecify.annotations.NullMarked;
