package io.jointlending.support.schema;

import java.util.List;
import java.util.Map;

/**
 * What an archive run did.
 *
 * @param schema name of the script folder
 * @param database the database worked on
 * @param orders how many orders moved, or would move with the first batch of a dry run
 * @param batches how many transactions that took
 * @param finished false when the run stopped at its number of batches
 * @param rows rows moved, by table
 * @param statements for a dry run, the statements of the first batch; otherwise empty
 */
public record ArchiveReport(
        String schema,
        String database,
        long orders,
        int batches,
        boolean finished,
        Map<String, Long> rows,
        List<String> statements) {}
