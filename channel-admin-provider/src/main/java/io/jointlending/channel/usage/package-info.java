/** Which contract methods of the platform are in use. */
@NullMarked
package io.jointlending.channel.usage;

import org.jspecify.annotations.NullMarked;
