/** Who changed what. */
@NullMarked
package io.jointlending.channel.audit;

import org.jspecify.annotations.NullMarked;
