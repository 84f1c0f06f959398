package io.jointlending.fund.route.application;

import io.jointlending.fund.exchange.AllowedHosts;
import io.jointlending.fund.route.domain.FundChannel;
import io.jointlending.fund.route.domain.FundConfiguration;
import io.jointlending.support.error.Refusal;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The hosts of fund channels. */
public final class InstitutionHosts implements AllowedHosts {
    private static final Logger LOG = LoggerFactory.getLogger(InstitutionHosts.class);

    private final FundConfiguration configuration;

    /** Hosts by this configuration. */
    public InstitutionHosts(FundConfiguration configuration) {
        this.configuration = configuration;
    }

    /** None for an institution whose hosts nobody can tell: what is not sent can be sent later. */
    @Override
    public Set<String> of(String institutionCode) {
        try {
            return configuration
                    .channel(institutionCode)
                    .map(FundChannel::hosts)
                    .orElse(Set.of());
        } catch (Refusal e) {
            LOG.debug("hosts of institution={} are not known: {}", institutionCode, e.getMessage());
            return Set.of();
        }
    }
}
