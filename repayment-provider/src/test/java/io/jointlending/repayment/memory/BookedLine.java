package io.jointlending.repayment.memory;

import io.jointlending.support.money.Amounts;
import java.time.LocalDate;

/** A line of the split as it is stored. */
public record BookedLine(
        long sequence,
        int installmentNo,
        String subOrderNo,
        String institutionCode,
        String repaymentNo,
        LocalDate valueDate,
        LocalDate bookingDate,
        Amounts due,
        Amounts settled) {}
