/**
 * How one institution is reached (fund channel): what operations may change without a new version of any flow, and what must
 * never stand in one.
 */
@NullMarked
package io.jointlending.fund.flow.domain.channel;

import org.jspecify.annotations.NullMarked;
