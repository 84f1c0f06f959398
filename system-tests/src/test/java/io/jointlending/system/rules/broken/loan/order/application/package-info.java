@NullMarked
package io.jointlending.system.rules.broken.loan.order.application;

import org.jspecify.annotations.NullMarked;
