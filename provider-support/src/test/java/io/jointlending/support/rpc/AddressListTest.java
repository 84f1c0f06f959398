package io.jointlending.support.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressListTest {
    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, 10.1.2.3, true",
        "10.1.2.3, 10.1.2.4, false",
        "10.1.0.0/16, 10.1.255.255, true",
        "10.1.0.0/16, 10.2.0.0, false",
        "10.1.2.128/25, 10.1.2.127, false",
        "10.1.2.128/25, 10.1.2.200, true",
        "0.0.0.0/0, 198.51.100.7, true",
        "0.0.0.0/0, ::1, false",
        "fd00::/8, fd12::1, true",
        "fd00::/8, fe80::1%eth0, false",
    })
    void a_network_contains_its_addresses(String entry, String address, boolean expected) {
        assertThat(new AddressList(List.of(entry)).allows(address)).isEqualTo(expected);
    }

    @Test
    void an_empty_list_allows_all() {
        assertThat(new AddressList(List.of()).allows("198.51.100.7")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org", "10.1.2.3/33", "10.1.2.999", "10.1.2.3/x", "abc"})
    void what_is_not_an_address_is_found_at_the_start(String entry) {
        assertThatThrownBy(() -> new AddressList(List.of(entry))).isInstanceOf(IllegalArgumentException.class);
    }
}
