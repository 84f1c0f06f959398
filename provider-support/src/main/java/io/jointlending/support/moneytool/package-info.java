/** The command line over the money classes, {@code scripts/money}: cases in, answers or a working-out out. */
@NullMarked
package io.jointlending.support.moneytool;

import org.jspecify.annotations.NullMarked;
