/** Annotations that say what kind of call a contract method is. */
@NullMarked
package io.jointlending.api.contract;

import org.jspecify.annotations.NullMarked;
