/** The payment system, as far as this platform asks it anything. */
@NullMarked
package io.jointlending.support.payment;

import org.jspecify.annotations.NullMarked;
