/** What snapshots say, over RPC. */
@NullMarked
package io.jointlending.repayment.snapshot.rpc;

import org.jspecify.annotations.NullMarked;
