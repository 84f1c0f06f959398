/** The acts of funding, one class each. */
@NullMarked
package io.jointlending.fund.task.application;

import org.jspecify.annotations.NullMarked;
