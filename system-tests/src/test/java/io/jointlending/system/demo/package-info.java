/** Tests of the parts of the demonstration that need no platform. */
@NullMarked
package io.jointlending.system.demo;

import org.jspecify.annotations.NullMarked;
