@NullMarked
package io.jointlending.support.schema;

import org.jspecify.annotations.NullMarked;
