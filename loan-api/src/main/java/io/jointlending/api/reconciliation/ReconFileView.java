package io.jointlending.api.reconciliation;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * A file of an institution and what came of it.
 *
 * @param institutionCode institution
 * @param fileNo number of the file
 * @param bookingDate date of the file, Asia/Shanghai
 * @param status RECEIVING, RECEIVED, COMPARING, COMPARED, or REPLACED by a later file for the same date
 * @param lines lines received
 * @param bookLines lines of our book compared so far
 * @param matched lines that are alike on both sides
 * @param differences differences found, closed ones included
 */
public record ReconFileView(
        String institutionCode,
        String fileNo,
        LocalDate bookingDate,
        String status,
        Long lines,
        Long bookLines,
        Long matched,
        Long differences)
        implements Serializable {}
