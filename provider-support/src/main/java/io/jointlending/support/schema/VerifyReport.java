package io.jointlending.support.schema;

import java.util.List;

/**
 * What the check scripts of a schema found.
 *
 * @param schema name of the script folder
 * @param database the database looked at
 * @param checks how many SELECTs ran
 * @param broken those that returned rows; empty when all is well
 */
public record VerifyReport(String schema, String database, int checks, List<BrokenRule> broken) {

    /**
     * A SELECT that returned rows.
     *
     * @param rule first column of its first row
     * @param file the check script
     * @param line line of the SELECT in it
     * @param columns names of the columns
     * @param rows the first rows, as text
     */
    public record BrokenRule(String rule, String file, int line, List<String> columns, List<List<String>> rows) {}
}
