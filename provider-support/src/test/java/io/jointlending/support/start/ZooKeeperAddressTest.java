package io.jointlending.support.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZooKeeperAddressTest {
    @ParameterizedTest
    @CsvSource({
        "zookeeper://a:2181, a:2181",
        "zookeeper://a, a:2181",
        "'zookeeper://a:2181?backup=b:2182,c', a:2181 b:2182 c:2181",
        "'zookeeper://a:1?timeout=5&backup=b:2', a:1 b:2",
        "'a:1,b:2', a:1 b:2",
    })
    void every_member_of_the_ensemble_is_found(String address, String members) {
        assertThat(String.join(" ", ZooKeeperAddress.hosts(address))).isEqualTo(members);
    }

    @Test
    void where_nobody_listens_the_reason_is_told() {
        assertThat(ZooKeeperAddress.problem("127.0.0.1:1", 1_000)).isEqualTo("Connection refused");
        assertThat(Reachable.problem("127.0.0.1:1", 1_000)).isEqualTo("Connection refused");
        assertThat(Reachable.problem("nowhere", 1_000)).contains("nowhere");
    }
}
