@NullMarked
package io.jointlending.fund.watch;

import org.jspecify.annotations.NullMarked;
