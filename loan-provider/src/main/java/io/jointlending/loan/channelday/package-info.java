/** Orders of a day by channel, counted by a job. */
@NullMarked
package io.jointlending.loan.channelday;

import org.jspecify.annotations.NullMarked;
