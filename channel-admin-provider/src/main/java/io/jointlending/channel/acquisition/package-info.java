/** Channels: where borrowers come from, from the application to the end. */
@NullMarked
package io.jointlending.channel.acquisition;

import org.jspecify.annotations.NullMarked;
