/** Published versions of flows and channels, as values. */
@NullMarked
package io.jointlending.fund.definition.domain;

import org.jspecify.annotations.NullMarked;
