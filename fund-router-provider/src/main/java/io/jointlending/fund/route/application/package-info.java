/** The acts of routing, one class each. */
@NullMarked
package io.jointlending.fund.route.application;

import org.jspecify.annotations.NullMarked;
