package io.jointlending.repayment.ledger.domain;

import org.jspecify.annotations.Nullable;

/**
 * Who decided an event.
 *
 * @param operator person who asked for it, or null
 * @param approver another person who agreed, or null
 * @param reason why
 */
public record Authority(@Nullable String operator, @Nullable String approver, String reason) {}
