/**
 * The rules that a definition must pass before it is used; each finding names its rule and its place.
 */
@NullMarked
package io.jointlending.fund.flow.domain.check;

import org.jspecify.annotations.NullMarked;
