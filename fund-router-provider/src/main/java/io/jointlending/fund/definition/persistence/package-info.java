/** Definitions in a table. */
@NullMarked
package io.jointlending.fund.definition.persistence;

import org.jspecify.annotations.NullMarked;
