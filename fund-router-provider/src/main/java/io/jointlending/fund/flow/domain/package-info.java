/**
 * What a flow (行为) is: the steps by which one institution is asked, as immutable records. No I/O, no clock, no framework.
 */
@NullMarked
package io.jointlending.fund.flow.domain;

import org.jspecify.annotations.NullMarked;
