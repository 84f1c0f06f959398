package io.jointlending.repayment.reconciliation;

import io.jointlending.api.reconciliation.ReconFileView;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A file and how far its comparison is. */
record ReconFileRow(
        String institutionCode,
        String fileNo,
        LocalDate bookingDate,
        String status,
        long fileLines,
        long bookLines,
        long matchedLines,
        long differences,
        String phase,
        String cursorKey,
        @Nullable String ownerName) {
    static final String RECEIVING = "RECEIVING";
    static final String RECEIVED = "RECEIVED";
    static final String COMPARING = "COMPARING";
    static final String COMPARED = "COMPARED";
    static final String REPLACED = "REPLACED";
    static final String BOOK = "BOOK";
    static final String FILE = "FILE";
    static final String DONE = "DONE";

    ReconFileView view() {
        return new ReconFileView(
                institutionCode, fileNo, bookingDate, status, fileLines, bookLines, matchedLines, differences);
    }
}
