/**
 * Which ratio scheme funds an order, as a pure function: definitions are data, time and quotas are values that are passed in.
 */
@NullMarked
package io.jointlending.fund.route.domain;

import org.jspecify.annotations.NullMarked;
