package io.jointlending.repayment.reconciliation;

import io.jointlending.repayment.reconciliation.domain.DifferenceKind;
import io.jointlending.repayment.reconciliation.domain.LineDifference;
import io.jointlending.repayment.reconciliation.domain.ReconLine;
import io.jointlending.support.money.Amounts;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A difference that is to be stored. */
record NewDifference(
        DifferenceKind kind,
        String subOrderNo,
        String eventKind,
        long sequence,
        long lineNo,
        @Nullable Amounts book,
        @Nullable Amounts file,
        @Nullable String bookStatus,
        @Nullable String fileStatus,
        @Nullable LocalDate counterDate) {

    static NewDifference of(String subOrderNo, LineDifference difference) {
        ReconLine book = difference.book();
        ReconLine file = difference.file();
        ReconLine counter = difference.counter();
        String eventKind = book != null ? book.eventKind() : file != null ? file.eventKind() : "";
        return new NewDifference(
                difference.kind(),
                subOrderNo,
                eventKind,
                book == null ? 0 : book.number(),
                file == null ? 0 : file.number(),
                book == null ? null : book.amounts(),
                file == null ? null : file.amounts(),
                null,
                null,
                counter == null ? null : counter.date());
    }

    static NewDifference ofStatus(FileStatusRow file, String bookStatus) {
        return new NewDifference(
                DifferenceKind.STATUS,
                file.subOrderNo(),
                "",
                0,
                file.lineNo(),
                null,
                null,
                bookStatus,
                file.status(),
                null);
    }
}
