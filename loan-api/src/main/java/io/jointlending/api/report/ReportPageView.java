package io.jointlending.api.report;

import java.io.Serializable;
import java.util.List;

/**
 * One page of a report, by institution and kind of event.
 *
 * @param period the date or the month
 * @param complete true when every date of the period is reported, so that no figure changes any more
 * @param total how many lines there are in all
 * @param lines the lines of this page
 */
public record ReportPageView(String period, Boolean complete, Long total, List<ReportLineView> lines)
        implements Serializable {}
