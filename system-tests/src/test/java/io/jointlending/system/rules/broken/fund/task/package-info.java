@NullMarked
package io.jointlending.system.rules.broken.fund.task;

import org.jspecify.annotations.NullMarked;
