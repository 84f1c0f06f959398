/**
 * What works inside the JVM that is guarded: one thread, Dubbo by reflection, nothing but the JDK. Nothing here throws into
 * the application, waits on one of its threads or keeps its class loaders alive.
 */
package io.jointlending.agent.inside;
