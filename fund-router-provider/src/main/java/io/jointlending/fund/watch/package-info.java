/**
 * What a person should look at (卡单 and the like): each monitor is one query with a threshold, asked every minute, and raises one alarm
 * an hour for each thing it finds. Nothing here changes anything.
 */
@NullMarked
package io.jointlending.fund.watch;

import org.jspecify.annotations.NullMarked;
