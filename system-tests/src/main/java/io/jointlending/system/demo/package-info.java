/** The demonstration: one joint loan step by step, many random ones or a file of real ones, and an audit of the books. */
@NullMarked
package io.jointlending.system.demo;

import org.jspecify.annotations.NullMarked;
