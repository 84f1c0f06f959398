/**
 * The graceful-shutdown agent: one jar that is the command line and what it loads into a running JVM. It depends on the
 * JDK alone, uses Dubbo by reflection in whatever class loader it finds it, and never throws into the JVM it visits.
 */
package io.jointlending.agent;
