/** The rules of the house, checked: schema scripts, class structure, contracts. */
@NullMarked
package io.jointlending.system.rules;

import org.jspecify.annotations.NullMarked;
