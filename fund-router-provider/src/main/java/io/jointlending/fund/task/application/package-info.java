/** The run time of flows: submit, run, callbacks, intervention, replay. */
@NullMarked
package io.jointlending.fund.task.application;

import org.jspecify.annotations.NullMarked;
