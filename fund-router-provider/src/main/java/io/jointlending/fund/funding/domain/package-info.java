/** Who funds an order and what comes next: pure rules, and the ports to tables and institutions. */
@NullMarked
package io.jointlending.fund.funding.domain;

import org.jspecify.annotations.NullMarked;
