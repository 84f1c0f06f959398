package io.jointlending.repayment.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Report lines as CSV after RFC 4180: CR LF ends a line, a field with a comma, quote or line break is quoted. */
final class ReportCsv {
    private static final String END = "\r\n";
    private static final String COLUMNS =
            "institution,period,event_kind,events,lines,settled_principal,settled_interest,"
                    + "settled_penalty,settled_fee,due_principal,due_interest,due_penalty,due_fee";

    private ReportCsv() {}

    /** One page; the first one starts with the names of the columns. */
    static String page(String period, List<ReportLineRow> rows, boolean first) {
        String lines = rows.stream().map(row -> line(period, row) + END).collect(Collectors.joining());
        return first ? COLUMNS + END + lines : lines;
    }

    private static String line(String period, ReportLineRow row) {
        return Stream.of(
                        row.institutionCode(),
                        period,
                        row.eventKind(),
                        Long.toString(row.events()),
                        Long.toString(row.splitLines()),
                        yuan(row.settledPrincipalFen()),
                        yuan(row.settledInterestFen()),
                        yuan(row.settledPenaltyFen()),
                        yuan(row.settledFeeFen()),
                        yuan(row.duePrincipalFen()),
                        yuan(row.dueInterestFen()),
                        yuan(row.duePenaltyFen()),
                        yuan(row.dueFeeFen()))
                .map(ReportCsv::field)
                .collect(Collectors.joining(","));
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    private static String field(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
