@NullMarked
package io.jointlending.system.rules.broken.support.task;

import org.jspecify.annotations.NullMarked;
