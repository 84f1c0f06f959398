/** Tests of the contracts themselves: what travels, how often a call is sent, which codes exist. */
@NullMarked
package io.jointlending.system.contract;

import org.jspecify.annotations.NullMarked;
