package io.jointlending.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void nested_values_become_one_line() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("ok", true);
        value.put("count", 2);
        value.put("names", List.of("a", "b"));
        value.put("inner", Map.of("text", "say \"no\\yes\"\nand\u0001go"));

        assertThat(Json.line(value))
                .isEqualTo("{\"ok\":true,\"count\":2,\"names\":[\"a\",\"b\"],"
                        + "\"inner\":{\"text\":\"say \\\"no\\\\yes\\\"\\nand\\u0001go\"}}");
    }
}
