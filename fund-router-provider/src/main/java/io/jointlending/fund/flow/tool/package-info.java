/**
 * The command line behind {@code scripts/flow}.
 */
@NullMarked
package io.jointlending.fund.flow.tool;

import org.jspecify.annotations.NullMarked;
