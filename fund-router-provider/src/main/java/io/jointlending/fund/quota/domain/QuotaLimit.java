package io.jointlending.fund.quota.domain;

/**
 * A limit as channel-admin-provider has it.
 *
 * @param dimension what is counted
 * @param limitFen most that may be counted, in fen
 * @param alarmBp part of the limit, in basis points, from which somebody is told
 */
public record QuotaLimit(Dimension dimension, long limitFen, int alarmBp) {}
