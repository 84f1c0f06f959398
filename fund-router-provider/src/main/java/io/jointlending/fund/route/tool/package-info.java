/** The command line behind {@code scripts/route}. */
@NullMarked
package io.jointlending.fund.route.tool;

import org.jspecify.annotations.NullMarked;
