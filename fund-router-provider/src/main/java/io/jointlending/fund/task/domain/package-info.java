/** A flow that runs with an institution: its row, its log, its callbacks, and the ports to tables and institutions. */
@NullMarked
package io.jointlending.fund.task.domain;

import org.jspecify.annotations.NullMarked;
