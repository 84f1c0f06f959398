/** The main classes of those servers that run on a JVM; each is started by the supervisor as a process of its own. */
@NullMarked
package io.jointlending.devstack.server;

import org.jspecify.annotations.NullMarked;
