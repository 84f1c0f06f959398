package io.jointlending.repayment.reconciliation;

import io.jointlending.api.reconciliation.DifferenceView;
import io.jointlending.api.repayment.AmountsView;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A difference as it is stored; amounts in fen. */
record DifferenceRow(
        long id,
        String institutionCode,
        String fileNo,
        LocalDate bookingDate,
        String kind,
        String subOrderNo,
        String eventKind,
        @Nullable Long bookPenaltyFen,
        @Nullable Long bookFeeFen,
        @Nullable Long bookInterestFen,
        @Nullable Long bookPrincipalFen,
        @Nullable Long filePenaltyFen,
        @Nullable Long fileFeeFen,
        @Nullable Long fileInterestFen,
        @Nullable Long filePrincipalFen,
        @Nullable String bookStatus,
        @Nullable String fileStatus,
        @Nullable LocalDate counterDate,
        String ownerName,
        LocalDate openedOn,
        String status,
        @Nullable String closeReason,
        @Nullable String closeNote,
        @Nullable String closedBy,
        @Nullable LocalDate closedOn) {

    boolean open() {
        return status.equals("OPEN");
    }

    DifferenceView view(LocalDate today) {
        LocalDate end = Objects.requireNonNullElse(closedOn, today);
        return new DifferenceView(
                Long.toString(id),
                institutionCode,
                fileNo,
                bookingDate,
                kind,
                subOrderNo,
                eventKind,
                amounts(bookPrincipalFen, bookInterestFen, bookPenaltyFen, bookFeeFen),
                amounts(filePrincipalFen, fileInterestFen, filePenaltyFen, fileFeeFen),
                bookStatus,
                fileStatus,
                counterDate,
                ownerName,
                openedOn,
                Math.toIntExact(ChronoUnit.DAYS.between(openedOn, end)),
                status,
                closeReason,
                closeNote,
                closedBy,
                closedOn);
    }

    private static @Nullable AmountsView amounts(
            @Nullable Long principal, @Nullable Long interest, @Nullable Long penalty, @Nullable Long fee) {
        return principal == null || interest == null || penalty == null || fee == null
                ? null
                : new AmountsView(principal, interest, penalty, fee);
    }
}
