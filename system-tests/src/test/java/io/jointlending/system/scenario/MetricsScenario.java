package io.jointlending.system.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.channel.CodeQuery;
import io.jointlending.system.client.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The alert rules and the dashboard watch what the providers measure. */
@ExtendWith(OnPlatform.class)
final class MetricsScenario {
    private static final Pattern METRIC = Pattern.compile("\\bjl_[a-z_]+");

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Platform platform;

    MetricsScenario(Platform platform) {
        this.platform = platform;
    }

    @Test
    void every_metric_that_an_alert_or_a_picture_names_is_measured_by_somebody() throws IOException {
        Set<String> named = new TreeSet<>();
        for (String file : List.of("docs/ops/alerts.yml", "docs/ops/dashboard.json")) {
            METRIC.matcher(Files.readString(ProviderProcess.ROOT.resolve(file)))
                    .results()
                    .forEach(found -> named.add(found.group()));
        }
        assertThat(named).hasSizeGreaterThan(10).contains("jl_split_mismatches", "jl_orders");
        // calls are measured from the first one on
        assertThat(platform.services()
                        .channels()
                        .findProduct(new CodeQuery("LOAN-OWNER-HEXINHOUSE-A"))
                        .success())
                .isTrue();
        Await.until("the call is measured", LIMIT, () -> measured().contains("jl_rpc_seconds_count"));
        assertThat(measured()).containsAll(named);
    }

    private Set<String> measured() {
        Set<String> measured = new TreeSet<>();
        Pattern.compile("(?m)^(jl_[a-z_]+)[{ ]")
                .matcher(platform.metrics())
                .results()
                .forEach(found -> measured.add(found.group(1)));
        return measured;
    }
}
