/** HTTP to institutions: only to allowed addresses, within a total deadline, with a bounded answer. */
@NullMarked
package io.jointlending.fund.exchange.http;

import org.jspecify.annotations.NullMarked;
