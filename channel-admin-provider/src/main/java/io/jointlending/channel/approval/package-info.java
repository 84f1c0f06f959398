/** Changes that one person proposes and another approves. */
@NullMarked
package io.jointlending.channel.approval;

import org.jspecify.annotations.NullMarked;
