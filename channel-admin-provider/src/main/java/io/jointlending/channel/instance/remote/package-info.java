/** The registry and the instances, as this provider reaches them. */
@NullMarked
package io.jointlending.channel.instance.remote;

import org.jspecify.annotations.NullMarked;
