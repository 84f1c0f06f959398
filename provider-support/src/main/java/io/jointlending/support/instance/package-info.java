/** What this process tells of itself beside its registration, and how it is taken out of the registry and put back. */
@NullMarked
package io.jointlending.support.instance;

import org.jspecify.annotations.NullMarked;
