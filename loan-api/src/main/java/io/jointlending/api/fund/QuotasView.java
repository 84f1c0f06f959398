package io.jointlending.api.fund;

import java.io.Serializable;
import java.util.List;

/**
 * Quotas of a day.
 *
 * @param quotas by institution and dimension
 */
public record QuotasView(List<QuotaView> quotas) implements Serializable {}
