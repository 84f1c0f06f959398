/**
 * Going offline and online under load, looked at from outside: small Dubbo applications that run with any Dubbo from 2.7 on, and
 * the drill that starts them, takes them offline and counts what callers notice.
 */
@NullMarked
package io.jointlending.system.offline;

import org.jspecify.annotations.NullMarked;
