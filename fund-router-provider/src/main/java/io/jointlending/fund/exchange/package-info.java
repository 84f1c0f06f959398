/** How messages reach an institution and how its messages come in: codec, envelope, HTTP. What happened is a value, never an exception. */
@NullMarked
package io.jointlending.fund.exchange;

import org.jspecify.annotations.NullMarked;
