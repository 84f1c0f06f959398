package io.jointlending.support.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonLineTest {
    @Test
    void everything_stays_on_one_line() {
        assertThat(JsonLine.write(Arrays.asList(1, true, null, "a\"b\\\n\t\u0001é", Map.of(), List.of())))
                .isEqualTo("[1,true,null,\"a\\\"b\\\\\\n\\t\\u0001é\",{},[]]");
    }

    @Test
    void a_record_is_an_object_in_the_order_of_its_components() {
        assertThat(JsonLine.write(new ChangeReport("loan", "loan_1", List.of("V001__a.sql"), "V001")))
                .isEqualTo(
                        "{\"schema\":\"loan\",\"database\":\"loan_1\",\"scripts\":[\"V001__a.sql\"],\"version\":\"V001\"}");
    }
}
