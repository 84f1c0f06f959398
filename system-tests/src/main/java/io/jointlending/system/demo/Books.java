package io.jointlending.system.demo;

import io.jointlending.system.audit.Audit;
import io.jointlending.system.audit.Audit.Finding;
import io.jointlending.system.audit.Audit.Kind;
import io.jointlending.system.client.RunningPlatform;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** Waits until everything that was started has ended, then audits the books and tells what it found. */
final class Books {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 500;
    private static final int PROGRESS_POLLS = 6;

    private final RunningPlatform platform;
    private final Path sqlFolder;
    private final Narrator narrator;

    Books(RunningPlatform platform, Path sqlFolder, Narrator narrator) {
        this.platform = platform;
        this.sqlFolder = sqlFolder;
        this.narrator = narrator;
    }

    /**
     * What the books say.
     *
     * @param splitMismatches rows in which the sub-orders do not add up to the master order
     * @param unsettled orders that should be settled and are not
     * @param pendingMessages messages and tasks not done, dead ones included
     * @param brokenRules rules with at least one row, all kinds together
     */
    record Verdict(long splitMismatches, long unsettled, long pendingMessages, int brokenRules) {}

    /**
     * Waits and audits.
     *
     * @param borrowerPrefix of this run
     * @param settled orders that should be settled
     * @param commands commands that were sent (twice each): the platform must have done each exactly once
     */
    Verdict audit(String borrowerPrefix, Set<String> settled, Expected commands) {
        try (Connection connection = platform.database()) {
            Audit audit = new Audit(connection, borrowerPrefix, settled);
            quiet(audit);
            List<Finding> findings = new ArrayList<>(audit.findings());
            findings.addAll(effects(audit, commands));
            findings.addAll(audit.checkScripts(sqlFolder));
            if (platform.banks().isPresent()) {
                findings.add(new BankBooks(connection, platform.banks().get(), borrowerPrefix).finding());
            }
            List<List<String>> rows = new ArrayList<>();
            findings.forEach(finding ->
                    rows.add(List.of(finding.rule(), finding.rows() == 0 ? "yes" : "NO, " + finding.rows())));
            narrator.table(List.of("rule", "holds"), rows);
            findings.stream()
                    .filter(finding -> finding.rows() > 0)
                    .forEach(finding -> narrator.say("  " + finding.rule() + ", for example: " + finding.example()));
            return new Verdict(
                    rows(findings, Kind.SPLIT).sum(),
                    rows(findings, Kind.OPEN).max().orElse(0),
                    rows(findings, Kind.PENDING).sum(),
                    (int) findings.stream()
                            .filter(finding -> finding.rows() > 0)
                            .count());
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the books", e);
        }
    }

    private static LongStream rows(List<Finding> findings, Kind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).mapToLong(Finding::rows);
    }

    /**
     * Effects that the run should have had.
     *
     * @param orders master orders
     * @param repayments booked repayments
     */
    record Expected(long orders, long repayments) {}

    private static List<Finding> effects(Audit audit, Expected expected) {
        return List.of(
                effect(
                        "each submission made one master order, although sent twice",
                        expected.orders(),
                        audit.count("SELECT COUNT(*) FROM loan.loan_order WHERE borrower_no LIKE ?")),
                effect(
                        "each repayment was booked once, although sent twice",
                        expected.repayments(),
                        audit.count("SELECT COUNT(*) FROM repayment.ledger_event p"
                                + " JOIN repayment.ledger l ON l.order_no = p.order_no WHERE l.borrower_no LIKE ?")),
                effect(
                        "each paid order used its credit once",
                        expected.orders(),
                        audit.count(
                                "SELECT COUNT(*) FROM loan.credit_flow WHERE borrower_no LIKE ? AND action = 'USE'")));
    }

    private static Finding effect(String rule, long expected, long found) {
        return new Finding(rule, Kind.OTHER, Math.abs(expected - found), "expected " + expected + ", found " + found);
    }

    /** Until nothing is pending and everything is settled, or nothing has changed for a while. */
    private void quiet(Audit audit) {
        long lastChange = System.nanoTime();
        long before = -1;
        for (int poll = 1; ; poll++) {
            long left = audit.underWay();
            if (left == 0) {
                return;
            }
            if (left != before) {
                before = left;
                lastChange = System.nanoTime();
            } else if (System.nanoTime() - lastChange > PATIENCE.toNanos()) {
                narrator.progress("  gave up waiting: " + left + " messages, tasks or orders have not moved for "
                        + PATIENCE.toSeconds() + " s");
                return;
            }
            if (poll % PROGRESS_POLLS == 0) {
                narrator.progress("  " + left + " messages, tasks or orders still under way");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
