@NullMarked
package io.jointlending.system.rules.broken.api.contract;

import org.jspecify.annotations.NullMarked;
