@NullMarked
package io.jointlending.system.rules.broken.agent;

import org.jspecify.annotations.NullMarked;
