/** The other providers, as the console calls them. */
@NullMarked
package io.jointlending.channel.console.remote;

import org.jspecify.annotations.NullMarked;
