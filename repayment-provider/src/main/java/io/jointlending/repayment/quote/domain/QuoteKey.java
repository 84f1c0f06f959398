package io.jointlending.repayment.quote.domain;

import java.time.LocalDate;

/**
 * What a quote depends on. Another booking is another version, midnight another date: a quote under its key is never
 * stale, and nothing has to be dropped.
 *
 * @param orderNo master order
 * @param ledgerVersion version of its ledger
 * @param businessDate day it holds for, Asia/Shanghai
 */
public record QuoteKey(String orderNo, long ledgerVersion, LocalDate businessDate) {}
