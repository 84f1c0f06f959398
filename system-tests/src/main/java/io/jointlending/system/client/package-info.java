/** A consumer of the platform: which contracts there are, and typed proxies of them. */
@NullMarked
package io.jointlending.system.client;

import org.jspecify.annotations.NullMarked;
