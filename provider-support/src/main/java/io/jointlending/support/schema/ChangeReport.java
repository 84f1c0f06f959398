package io.jointlending.support.schema;

import java.util.List;

/**
 * What a command changed.
 *
 * @param schema name of the script folder
 * @param database the database worked on
 * @param scripts file names of the scripts that ran, in order; empty when there was nothing to do
 * @param version newest version applied afterwards, V000 for none
 */
public record ChangeReport(String schema, String database, List<String> scripts, String version) {}
