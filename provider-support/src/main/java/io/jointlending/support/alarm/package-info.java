/** What a person must be told: written in the transaction of what happened, told once. */
@NullMarked
package io.jointlending.support.alarm;

import org.jspecify.annotations.NullMarked;
