/** Stories over all four providers, each a process of its own, on real servers. */
@NullMarked
package io.jointlending.system.scenario;

import org.jspecify.annotations.NullMarked;
