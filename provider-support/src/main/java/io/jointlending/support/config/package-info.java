/** Configuration of a provider. */
@NullMarked
package io.jointlending.support.config;

import org.jspecify.annotations.NullMarked;
