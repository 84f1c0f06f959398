/** What surrounds every contract method in a provider. */
@NullMarked
package io.jointlending.support.rpc;

import org.jspecify.annotations.NullMarked;
