package io.jointlending.fund.funding.domain;

import io.jointlending.fund.flow.domain.tree.Tree;
import org.jspecify.annotations.Nullable;

/**
 * A request to fund a part of an order.
 *
 * @param institutionCode who is asked
 * @param requestNo number the institution knows it by
 * @param orderNo master order
 * @param amountFen amount in fen
 * @param shardKey gene of the borrower
 * @param subOrderNo number under which the institution knows its part
 * @param input what flows may be told of it
 * @param attempt attempt of routing that it belongs to
 * @param traceparent trace of the order, or null
 */
public record FundRequest(
        String institutionCode,
        String requestNo,
        String orderNo,
        long amountFen,
        int shardKey,
        String subOrderNo,
        Tree.Fields input,
        int attempt,
        @Nullable String traceparent) {}
