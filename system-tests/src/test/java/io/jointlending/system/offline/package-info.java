/** Going offline and online, with real processes and a real ZooKeeper. */
@NullMarked
package io.jointlending.system.offline;

import org.jspecify.annotations.NullMarked;
