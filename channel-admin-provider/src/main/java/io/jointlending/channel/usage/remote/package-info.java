/** The registry, as a stranger reads it. */
@NullMarked
package io.jointlending.channel.usage.remote;

import org.jspecify.annotations.NullMarked;
