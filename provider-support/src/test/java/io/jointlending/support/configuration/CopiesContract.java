package io.jointlending.support.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every kind of copies does. */
abstract class CopiesContract {
    /** Fresh ones, or such that nobody else's codes are in. */
    abstract Copies copies();

    @Test
    void a_message_with_an_older_or_equal_version_changes_nothing() {
        Copies copies = copies();
        assertThat(copies.publish("product", "M1", 3, "{\"v\":3}")).isTrue();
        assertThat(copies.publish("product", "M1", 3, "{\"v\":\"three again\"}"))
                .isFalse();
        assertThat(copies.publish("product", "M1", 2, "{\"v\":2}")).isFalse();
        assertThat(copies.find("product", "M1")).contains("{\"v\":3}");
        assertThat(copies.publish("product", "M1", 5, "{\"v\":5}"))
                .as("4 was lost")
                .isTrue();
        assertThat(copies.publish("product", "M1", 4, "{\"v\":4}"))
                .as("and comes late")
                .isFalse();
        assertThat(copies.find("product", "M1")).contains("{\"v\":5}");
    }

    @Test
    void an_answer_replaces_what_is_older_or_of_the_same_version_and_nothing_newer() {
        Copies copies = copies();
        copies.keep("product", "A1", 2, "{\"v\":2}");
        copies.keep("product", "A1", 2, "{\"v\":2,\"field\":\"of a newer contract\"}");
        assertThat(copies.find("product", "A1")).contains("{\"v\":2,\"field\":\"of a newer contract\"}");
        assertThat(copies.publish("product", "A1", 3, "{\"v\":3}")).isTrue();
        copies.keep("product", "A1", 2, "{\"v\":\"an answer that was on its way\"}");
        assertThat(copies.find("product", "A1")).contains("{\"v\":3}");
    }

    @Test
    void a_code_is_one_entry_of_its_kind() {
        Copies copies = copies();
        assertThat(copies.find("product", "K1")).isEmpty();
        assertThat(copies.publish("product", "K1", 1, "{\"p\":1}")).isTrue();
        assertThat(copies.publish("channel", "K1", 1, "{\"c\":1}")).isTrue();
        assertThat(copies.publish("product", "k1", 1, "{\"other\":1}")).isTrue();
        assertThat(copies.find("product", "K1")).contains("{\"p\":1}");
        assertThat(copies.find("channel", "K1")).contains("{\"c\":1}");
    }
}
