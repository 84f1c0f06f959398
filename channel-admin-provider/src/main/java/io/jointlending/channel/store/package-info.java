/** What the stores of this provider share. */
@NullMarked
package io.jointlending.channel.store;

import org.jspecify.annotations.NullMarked;
