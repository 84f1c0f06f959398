@NullMarked
package io.jointlending.system.rules.broken.loan.order.domain;

import org.jspecify.annotations.NullMarked;
