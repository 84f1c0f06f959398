@NullMarked
package io.jointlending.system.rules.broken.loan.credit;

import org.jspecify.annotations.NullMarked;
