package io.jointlending.api.reconciliation;

import io.jointlending.api.repayment.AmountsView;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A difference between our book and the file of an institution.
 *
 * @param differenceNo number of the difference
 * @param institutionCode institution
 * @param fileNo the file
 * @param bookingDate date of the file, Asia/Shanghai
 * @param kind MISSING in the file, EXTRA in the file, AMOUNT, STATUS, or CROSS_DAY
 * @param subOrderNo sub-order
 * @param eventKind kind of the event; empty for STATUS
 * @param book what our book says, in fen, or null where it says nothing
 * @param file what the file says, in fen, or null where it says nothing
 * @param bookStatus our status, for STATUS
 * @param fileStatus their status, for STATUS
 * @param counterDate for CROSS_DAY: the date on which the other side has the same line
 * @param owner who clears it
 * @param openedOn business date on which it was found, Asia/Shanghai
 * @param ageDays days from openedOn to today, or to the day it was closed
 * @param status OPEN or CLOSED
 * @param reason why it is closed
 * @param note what the one who closed it added
 * @param closedBy who closed it
 * @param closedOn when, Asia/Shanghai
 */
public record DifferenceView(
        String differenceNo,
        String institutionCode,
        String fileNo,
        LocalDate bookingDate,
        String kind,
        String subOrderNo,
        String eventKind,
        @Nullable AmountsView book,
        @Nullable AmountsView file,
        @Nullable String bookStatus,
        @Nullable String fileStatus,
        @Nullable LocalDate counterDate,
        String owner,
        LocalDate openedOn,
        Integer ageDays,
        String status,
        @Nullable String reason,
        @Nullable String note,
        @Nullable String closedBy,
        @Nullable LocalDate closedOn)
        implements Serializable {}
