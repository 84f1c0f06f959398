package io.jointlending.api.ops;

import java.io.Serializable;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Statements of one instance.
 *
 * @param application Dubbo application name
 * @param instance host, port and process id
 * @param since UTC, start of the instance and of the measurement
 * @param statements the most expensive first
 */
public record StatementsView(
        String application, String instance, LocalDateTime since, List<StatementTimeView> statements)
        implements Serializable {}
