@NullMarked
package io.jointlending.system.rules.broken.api.shop;

import org.jspecify.annotations.NullMarked;
