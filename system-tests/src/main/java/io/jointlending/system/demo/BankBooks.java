package io.jointlending.system.demo;

import io.jointlending.system.audit.Audit.Finding;
import io.jointlending.system.audit.Audit.Kind;
import io.jointlending.system.client.Banks;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The books of the sandbox banks beside ours: money that a bank has moved is a sub-order, and the other way round. */
final class BankBooks {
    private static final Map<String, String> INSTITUTIONS = Map.of("first-bank", "BANK-A", "second-bank", "BANK-B");
    private static final int ORDER_DIGITS = 22;

    private final Connection connection;
    private final Banks banks;
    private final String borrowers;

    /**
     * Of one run.
     *
     * @param borrowerPrefix what its borrower numbers begin with
     */
    BankBooks(Connection connection, Banks banks, String borrowerPrefix) {
        this.connection = connection;
        this.banks = banks;
        this.borrowers = borrowerPrefix + "%";
    }

    /** Compares all of them. */
    Finding finding() throws SQLException {
        Set<String> orders =
                new HashSet<>(read("SELECT order_no, 0 FROM fund_router.funding WHERE borrower_no LIKE ?", borrowers)
                        .keySet());
        long broken = 0;
        String example = "";
        for (Map.Entry<String, String> bank : INSTITUTIONS.entrySet()) {
            Map<String, Long> owed = read(
                    "SELECT s.sub_order_no, s.contribution_fen FROM fund_router.sub_order s"
                            + " JOIN fund_router.funding f ON f.order_no = s.order_no"
                            + " WHERE f.borrower_no LIKE ? AND s.institution_code = '" + bank.getValue() + "'",
                    borrowers);
            Map<String, Long> paid = banks.paidFen(bank.getKey());
            paid.keySet().removeIf(loan -> !orders.contains(loan.substring(0, ORDER_DIGITS)));
            Set<String> loans = new TreeSet<>(owed.keySet());
            loans.addAll(paid.keySet());
            for (String loan : loans) {
                if (!Objects.equals(owed.get(loan), paid.get(loan))) {
                    broken++;
                    example = loan + " of " + bank.getValue() + ": paid " + paid.get(loan) + ", lent " + owed.get(loan);
                }
            }
        }
        return new Finding("each fen that a bank has moved is a sub-order of it", Kind.OTHER, broken, example);
    }

    private Map<String, Long> read(String sql, String parameter) throws SQLException {
        Map<String, Long> found = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return found;
    }
}
