/** Locks over all instances (分布式锁), named on the methods of an interface. */
@NullMarked
package io.jointlending.support.lock;

import org.jspecify.annotations.NullMarked;
