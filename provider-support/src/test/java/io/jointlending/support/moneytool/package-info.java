@NullMarked
package io.jointlending.support.moneytool;

import org.jspecify.annotations.NullMarked;
