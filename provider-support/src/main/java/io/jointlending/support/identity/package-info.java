/** Who calls and what the caller may do: keys of applications, sessions of persons, rules on contract methods. */
@NullMarked
package io.jointlending.support.identity;

import org.jspecify.annotations.NullMarked;
