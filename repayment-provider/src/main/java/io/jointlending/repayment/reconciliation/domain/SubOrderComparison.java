package io.jointlending.repayment.reconciliation.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares the lines of one sub-order on one date. Lines that are alike on the same date are paired first, on the date and on
 * its neighbours; what is left over on the date is looked for among what is left over on the neighbours; then lines of the same
 * kind are paired as one line with two amounts; the rest stands alone.
 *
 * @param matched pairs of lines that are alike on the date
 * @param differences what is left, in the order of the books
 */
public record SubOrderComparison(int matched, List<LineDifference> differences) {
    /** Compares; the lists hold the lines of the date, of the day before and of the day after. */
    public static SubOrderComparison of(LocalDate date, List<ReconLine> book, List<ReconLine> file) {
        List<ReconLine> ours = new ArrayList<>();
        List<ReconLine> theirs = new ArrayList<>();
        int matched = 0;
        for (LocalDate day : List.of(date, date.minusDays(1), date.plusDays(1))) {
            List<ReconLine> bookOfDay = on(day, book);
            List<ReconLine> fileOfDay = on(day, file);
            int pairs = removePairs(bookOfDay, fileOfDay);
            matched += day.equals(date) ? pairs : 0;
            ours.addAll(bookOfDay);
            theirs.addAll(fileOfDay);
        }
        List<LineDifference> differences = new ArrayList<>();
        List<ReconLine> oursOfDate = on(date, ours);
        List<ReconLine> theirsOfDate = on(date, theirs);
        ours.removeAll(oursOfDate);
        theirs.removeAll(theirsOfDate);
        for (ReconLine line : List.copyOf(oursOfDate)) {
            take(theirs, line).ifPresent(counter -> {
                oursOfDate.remove(line);
                differences.add(new LineDifference(DifferenceKind.CROSS_DAY, line, null, counter));
            });
        }
        for (ReconLine line : List.copyOf(theirsOfDate)) {
            take(ours, line).ifPresent(counter -> {
                theirsOfDate.remove(line);
                differences.add(new LineDifference(DifferenceKind.CROSS_DAY, null, line, counter));
            });
        }
        for (ReconLine line : oursOfDate) {
            ReconLine other = sameKind(theirsOfDate, line);
            theirsOfDate.remove(other);
            differences.add(new LineDifference(
                    other == null ? DifferenceKind.MISSING : DifferenceKind.AMOUNT, line, other, null));
        }
        theirsOfDate.forEach(line -> differences.add(new LineDifference(DifferenceKind.EXTRA, null, line, null)));
        return new SubOrderComparison(matched, List.copyOf(differences));
    }

    private static List<ReconLine> on(LocalDate day, List<ReconLine> lines) {
        return new ArrayList<>(
                lines.stream().filter(line -> line.date().equals(day)).toList());
    }

    private static int removePairs(List<ReconLine> book, List<ReconLine> file) {
        int pairs = 0;
        for (ReconLine line : List.copyOf(book)) {
            if (take(file, line).isPresent()) {
                book.remove(line);
                pairs++;
            }
        }
        return pairs;
    }

    /** The first line that is alike, taken out of the list. */
    private static Optional<ReconLine> take(List<ReconLine> lines, ReconLine like) {
        Optional<ReconLine> found = lines.stream().filter(like::alike).findFirst();
        found.ifPresent(lines::remove);
        return found;
    }

    private static @Nullable ReconLine sameKind(List<ReconLine> lines, ReconLine line) {
        return lines.stream()
                .filter(other -> other.eventKind().equals(line.eventKind()))
                .findFirst()
                .orElse(null);
    }
}
