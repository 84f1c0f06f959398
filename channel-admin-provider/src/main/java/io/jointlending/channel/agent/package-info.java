/** Customer managers, their customers, and the orders of those. */
@NullMarked
package io.jointlending.channel.agent;

import org.jspecify.annotations.NullMarked;
