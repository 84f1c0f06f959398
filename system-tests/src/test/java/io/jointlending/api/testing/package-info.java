/** Contracts made for tests. They live below the contracts' package because consumer defaults apply only there. */
@NullMarked
package io.jointlending.api.testing;

import org.jspecify.annotations.NullMarked;
