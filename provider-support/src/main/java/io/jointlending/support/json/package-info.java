/** The one JSON dialect of messages, stored answers and hashes. */
@NullMarked
package io.jointlending.support.json;

import org.jspecify.annotations.NullMarked;
