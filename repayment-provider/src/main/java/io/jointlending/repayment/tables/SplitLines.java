package io.jointlending.repayment.tables;

/** The columns of split lines that reports and reconciliation add up, as parts of statements. */
public final class SplitLines {
    /** Kind and amounts of a line. */
    public static final String COLUMNS =
            """
             event_kind, due_penalty_fen, due_fee_fen, due_interest_fen, due_principal_fen, settled_penalty_fen,
             settled_fee_fen, settled_interest_fen, settled_principal_fen
            """;
    /** The sums of the amounts under their own names. */
    public static final String SUMS =
            """
             CAST(SUM(due_penalty_fen) AS SIGNED) AS due_penalty_fen, CAST(SUM(due_fee_fen) AS SIGNED) AS due_fee_fen,
             CAST(SUM(due_interest_fen) AS SIGNED) AS due_interest_fen,
             CAST(SUM(due_principal_fen) AS SIGNED) AS due_principal_fen,
            """
                    + " CAST(SUM(settled_penalty_fen) AS SIGNED) AS settled_penalty_fen,"
                    + " CAST(SUM(settled_fee_fen) AS SIGNED) AS settled_fee_fen,"
                    + " CAST(SUM(settled_interest_fen) AS SIGNED) AS settled_interest_fen,"
                    + " CAST(SUM(settled_principal_fen) AS SIGNED) AS settled_principal_fen ";

    private SplitLines() {}
}
