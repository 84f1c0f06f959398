/**
 * Real ZooKeeper, MariaDB, Redis and RocketMQ for development and tests: one supervisor process, one process for each
 * server. Everything in this package needs the JDK only, so that a test class path is not disturbed by it.
 */
@NullMarked
package io.jointlending.devstack;

import org.jspecify.annotations.NullMarked;
