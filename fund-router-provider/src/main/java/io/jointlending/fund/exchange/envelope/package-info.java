/** Signature and encryption of messages (加解密处理器); the suites are code, chosen by name. */
@NullMarked
package io.jointlending.fund.exchange.envelope;

import org.jspecify.annotations.NullMarked;
