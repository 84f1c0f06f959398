package io.jointlending.api.ops;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * One instance about itself.
 *
 * @param application Dubbo application name
 * @param instance host, port and process id
 * @param schemaVersion newest applied script of its schema, such as V001
 * @param businessDate today, Asia/Shanghai
 * @param pendingMessages messages of this provider not yet sent
 * @param oldestPendingSeconds age of the oldest of them in seconds, 0 when there is none
 * @param figures what it measures of its business, by name: backlogs, orders by state, mismatches
 */
public record StatusView(
        String application,
        String instance,
        String schemaVersion,
        LocalDate businessDate,
        Long pendingMessages,
        Long oldestPendingSeconds,
        List<FigureView> figures)
        implements Serializable {}
