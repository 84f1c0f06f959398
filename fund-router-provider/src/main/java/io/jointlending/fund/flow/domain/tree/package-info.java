/**
 * Wire messages as trees of values. A message is never text before a codec writes it, so no value can break its structure.
 */
@NullMarked
package io.jointlending.fund.flow.domain.tree;

import org.jspecify.annotations.NullMarked;
