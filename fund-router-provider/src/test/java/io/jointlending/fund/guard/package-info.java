@NullMarked
package io.jointlending.fund.guard;

import org.jspecify.annotations.NullMarked;
