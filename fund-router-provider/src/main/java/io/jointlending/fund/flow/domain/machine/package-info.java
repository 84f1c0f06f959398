/**
 * The pure machine of a task: a state, an event, the next state and what to do now. Whoever runs it does the I/O.
 */
@NullMarked
package io.jointlending.fund.flow.domain.machine;

import org.jspecify.annotations.NullMarked;
