package io.jointlending.system.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every property that a provider reads is in the configuration file of its package and on the page that explains it. */
class ConfigurationKeysTest {
    private static final Path PROJECT = Path.of(System.getProperty("project.root", ".."));
    /** Set by the provider itself, not by operators. */
    private static final Set<String> OWN = Set.of("jl.application", "jl.db.schema-version");

    @Test
    void the_shipped_configuration_lists_exactly_the_properties_there_are() throws IOException, ClassNotFoundException {
        Set<String> listed = new TreeSet<>();
        Pattern.compile("(?m)^#(jl\\.[a-z.-]+)=")
                .matcher(Files.readString(PROJECT.resolve("dist/conf/application.properties")))
                .results()
                .forEach(match -> listed.add(match.group(1)));
        assertThat(listed).isEqualTo(keys());
    }

    @Test
    void the_page_about_configuration_names_every_property() throws IOException, ClassNotFoundException {
        String page = Files.readString(PROJECT.resolve("docs/configuration.md"));
        assertThat(keys()).allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
    }

    private static Set<String> keys() throws IOException, ClassNotFoundException {
        Set<String> keys = new TreeSet<>(Set.of(
                "jl.iam.password-rounds", // channel-admin-provider alone
                "jl.personal-data.key-id",
                "jl.personal-data.keys",
                "jl.personal-data.index-key",
                "jl.order.channel-required", // loan-provider alone
                "jl.fund.instances", // fund-router-provider alone
                "jl.fund.notified-messages", // fund-router-provider alone
                "jl.personal-data.facts-secret", // loan-provider and fund-router-provider
                "jl.retention.penalty-snapshot-days",
                "jl.retention.collection-attempt-days")); // repayment-provider alone
        URL support = PROJECT.resolve("provider-support/target/classes").toUri().toURL();
        URL fund =
                PROJECT.resolve("fund-router-provider/target/classes").toUri().toURL();
        URL channel =
                PROJECT.resolve("channel-admin-provider/target/classes").toUri().toURL();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {support, fund, channel})) {
            add(keys, "jl.console", Class.forName("io.jointlending.channel.console.ConsoleProperties", false, loader));
            add(keys, "jl", Class.forName("io.jointlending.support.config.ProviderProperties", false, loader));
            add(keys, "jl.fund", Class.forName("io.jointlending.fund.ExchangeProperties", false, loader));
        }
        keys.removeAll(OWN);
        return keys;
    }

    private static void add(Set<String> keys, String prefix, Class<?> properties) {
        for (RecordComponent component : properties.getRecordComponents()) {
            String key = prefix + "."
                    + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            if (component.getType().isRecord()) {
                add(keys, key, component.getType());
            } else {
                keys.add(key);
            }
        }
    }
}
