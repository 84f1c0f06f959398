package io.jointlending.repayment.ledger.domain;

import java.util.List;

/**
 * The split of one event (拆账).
 *
 * @param after the sub-ledgers with the event on them
 * @param lines what changed, by installment and seat; together exactly what the master's lines say
 * @param added numbers of installments that are new
 */
public record Split(SubLedgers after, List<SplitLine> lines, List<Integer> added) {}
