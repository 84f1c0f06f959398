/** Messages that need a person, outgoing and incoming, each with one alarm. */
@NullMarked
package io.jointlending.support.deadletter;

import org.jspecify.annotations.NullMarked;
