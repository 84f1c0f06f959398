@NullMarked
package io.jointlending.system.rules.broken.loan.order.rpc;

import org.jspecify.annotations.NullMarked;
