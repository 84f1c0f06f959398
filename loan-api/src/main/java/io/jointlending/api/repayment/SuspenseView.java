package io.jointlending.api.repayment;

import java.io.Serializable;

/**
 * Money of a customer that is not applied to anything (溢缴).
 *
 * @param borrowerNo customer
 * @param balanceFen in fen
 */
public record SuspenseView(String borrowerNo, Long balanceFen) implements Serializable {}
