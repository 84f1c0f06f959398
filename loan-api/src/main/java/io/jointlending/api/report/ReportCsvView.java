package io.jointlending.api.report;

import java.io.Serializable;

/**
 * One page of a report as CSV (RFC 4180, UTF-8, lines end with CR LF). Amounts are yuan with two decimals.
 *
 * @param fileName what the whole file should be called
 * @param complete true when every date of the period is reported
 * @param last true when no page follows
 * @param content the page; the first one starts with the names of the columns
 */
public record ReportCsvView(String fileName, Boolean complete, Boolean last, String content) implements Serializable {}
