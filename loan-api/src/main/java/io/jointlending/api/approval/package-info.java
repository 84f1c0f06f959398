/** Changes that one person proposes and another approves. */
@NullMarked
package io.jointlending.api.approval;

import org.jspecify.annotations.NullMarked;
