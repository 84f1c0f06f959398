package io.jointlending.api.ops;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * How often the methods of one provider were called, at all its instances together.
 *
 * @param application Dubbo application name
 * @param today UTC, the last of the days
 * @param methods by contract and method; a method that no release of this provider exports any more may be among them
 */
public record CallsView(String application, LocalDate today, List<MethodCallsView> methods) implements Serializable {}
