package io.jointlending.api.fund;

import java.io.Serializable;
import java.util.List;

/**
 * Tasks that were found.
 *
 * @param tasks newest first, at most 100
 */
public record FundTaskListView(List<FundTaskView> tasks) implements Serializable {}
