@NullMarked
package io.jointlending.system.rules.broken.api;

import org.jspecify.annotations.NullMarked;
