/** The console: a page for operators, and the few endpoints that it asks. */
@NullMarked
package io.jointlending.channel.console;

import org.jspecify.annotations.NullMarked;
