/** The processes of the platform: which are registered, and taking one offline and online. */
@NullMarked
package io.jointlending.channel.instance;

import org.jspecify.annotations.NullMarked;
