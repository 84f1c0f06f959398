/** Contracts that every provider exports under its own Dubbo group. */
@NullMarked
package io.jointlending.api.ops;

import org.jspecify.annotations.NullMarked;
