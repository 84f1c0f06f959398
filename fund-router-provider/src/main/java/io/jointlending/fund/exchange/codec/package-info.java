/** Trees as text: JSON, XML, form; read strictly and with bounds. */
@NullMarked
package io.jointlending.fund.exchange.codec;

import org.jspecify.annotations.NullMarked;
