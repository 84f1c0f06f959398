@NullMarked
package io.jointlending.system.rules.broken.loan.order.persistence;

import org.jspecify.annotations.NullMarked;
