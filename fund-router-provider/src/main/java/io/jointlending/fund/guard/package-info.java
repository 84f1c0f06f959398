/**
 * What stands between this system and an institution (fund channel): how many calls at once and per second, over all
 * instances; when to stop calling; which threads call. Nothing here knows what a call means.
 */
@NullMarked
package io.jointlending.fund.guard;

import org.jspecify.annotations.NullMarked;
