package io.jointlending.fund.definition.domain;

import io.jointlending.fund.flow.domain.machine.History;
import java.util.List;

/** The recorded lives of tasks, for a shadow replay. */
public interface RecordedHistories {
    /** Histories of ended tasks that followed this version from their beginning to their end, newest first. */
    List<History> of(String flow, int version, int limit);
}
