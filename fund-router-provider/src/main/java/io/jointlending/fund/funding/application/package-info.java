/** The acts of funding, one class each. */
@NullMarked
package io.jointlending.fund.funding.application;

import org.jspecify.annotations.NullMarked;
