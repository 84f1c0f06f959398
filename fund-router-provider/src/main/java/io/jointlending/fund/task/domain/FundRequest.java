package io.jointlending.fund.task.domain;

/**
 * A request to fund a part of an order.
 *
 * @param institutionCode who is asked
 * @param requestNo number the institution knows it by
 * @param orderNo master order
 * @param amountFen amount in fen
 */
public record FundRequest(String institutionCode, String requestNo, String orderNo, long amountFen) {}
