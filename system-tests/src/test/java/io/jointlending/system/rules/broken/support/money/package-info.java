@NullMarked
package io.jointlending.system.rules.broken.support.money;

import org.jspecify.annotations.NullMarked;
