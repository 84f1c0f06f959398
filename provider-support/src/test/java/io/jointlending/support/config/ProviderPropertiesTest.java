package io.jointlending.support.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ProviderPropertiesTest {
    @Test
    void without_anything_a_provider_looks_at_the_loopback() {
        ProviderProperties properties = bind(Map.of("jl.application", "fund-router-provider"));

        assertThat(properties.schema()).isEqualTo("fund_router");
        assertThat(properties.db().url()).isEqualTo("jdbc:mysql://127.0.0.1:3306/fund_router");
        assertThat(properties.db().username()).isEqualTo("fund_router");
        assertThat(properties.db().poolSize()).isEqualTo(32);
        assertThat(properties.registry().address()).isEqualTo("zookeeper://127.0.0.1:2181");
        assertThat(properties.redis().address()).isEqualTo("redis://127.0.0.1:6379");
        assertThat(properties.mq().nameServer()).isEqualTo("127.0.0.1:9876");
        assertThat(properties.ops().host()).isEqualTo("127.0.0.1");
        assertThat(properties.development()).isFalse();
        assertThat(properties.allowedCallers()).isEmpty();
    }

    @Test
    void every_documented_key_is_read() {
        ProviderProperties properties = bind(Map.ofEntries(
                Map.entry("jl.application", "loan-provider"),
                Map.entry("jl.db.url", "jdbc:mysql://db:3307/x"),
                Map.entry("jl.db.username", "u"),
                Map.entry("jl.db.password", "p"),
                Map.entry("jl.db.pool-size", "7"),
                Map.entry("jl.registry.address", "zookeeper://a:1?backup=b:2"),
                Map.entry("jl.redis.address", "redis://r:1,redis://r:2"),
                Map.entry("jl.mq.name-server", "n:1;n:2"),
                Map.entry("jl.mq.access-key", "a"),
                Map.entry("jl.mq.secret-key", "s"),
                Map.entry("jl.dubbo.port", "1"),
                Map.entry("jl.ops.host", "0.0.0.0"),
                Map.entry("jl.ops.port", "3"),
                Map.entry("jl.development", "true"),
                Map.entry("jl.allowed-callers", "10.0.0.1, 10.1.0.0/16"),
                Map.entry("jl.home", "/srv/loan")));

        assertThat(properties.db().url()).isEqualTo("jdbc:mysql://db:3307/x");
        assertThat(properties.db().username()).isEqualTo("u");
        assertThat(properties.db().password()).isEqualTo("p");
        assertThat(properties.db().poolSize()).isEqualTo(7);
        assertThat(properties.registry().address()).isEqualTo("zookeeper://a:1?backup=b:2");
        assertThat(properties.redis().address()).isEqualTo("redis://r:1,redis://r:2");
        assertThat(properties.mq().nameServer()).isEqualTo("n:1;n:2");
        assertThat(properties.mq().accessKey()).isEqualTo("a");
        assertThat(properties.mq().secretKey()).isEqualTo("s");
        assertThat(properties.dubbo().port()).isEqualTo(1);
        assertThat(properties.ops()).isEqualTo(new ProviderProperties.Ops("0.0.0.0", 3));
        assertThat(properties.development()).isTrue();
        assertThat(properties.allowedCallers()).containsExactly("10.0.0.1", "10.1.0.0/16");
        assertThat(properties.home()).isEqualTo("/srv/loan");
    }

    @Test
    void the_drivers_defaults_are_added_and_the_urls_own_parameters_win() {
        assertThat(DatabaseUrl.withDefaults("jdbc:mysql://db/x"))
                .startsWith("jdbc:mysql://db/x?characterEncoding=UTF-8&")
                .contains("&rewriteBatchedStatements=true");
        assertThat(DatabaseUrl.withDefaults("jdbc:mysql://db/x?useSSL=false&socketTimeout=9"))
                .startsWith("jdbc:mysql://db/x?useSSL=false&socketTimeout=9&characterEncoding")
                .doesNotContain("socketTimeout=30000");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:mysql://db:3307/x?a=b, db:3307",
        "jdbc:mysql://db/x, db:3306",
        "'jdbc:mysql://a:1,b:2/x', a:1",
    })
    void host_and_port_are_found_in_the_url(String url, String expected) {
        assertThat(DatabaseUrl.hostAndPort(url)).isEqualTo(expected);
    }

    @Test
    void another_database_is_refused() {
        assertThatThrownBy(() -> DatabaseUrl.hostAndPort("jdbc:postgresql://db/x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ProviderProperties bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("jl", ProviderProperties.class);
    }
}
