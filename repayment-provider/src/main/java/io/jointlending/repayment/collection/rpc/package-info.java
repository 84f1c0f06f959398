/** Attempts over Dubbo. */
@NullMarked
package io.jointlending.repayment.collection.rpc;

import org.jspecify.annotations.NullMarked;
