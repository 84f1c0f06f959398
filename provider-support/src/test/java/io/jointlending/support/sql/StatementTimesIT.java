package io.jointlending.support.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.ops.StatementTimeView;
import io.jointlending.support.wiring.SchemaFixture;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StatementTimesIT {
    private static final SchemaFixture SCHEMA = SchemaFixture.create("channel_admin");
    private static Sleeper sleeper;

    interface Sleeper {
        @Select("SELECT SLEEP(#{seconds})")
        int sleep(@Param("seconds") String seconds);

        @Select("SELECT LENGTH(\n  #{secret})")
        int quick(@Param("secret") String secret);

        @Update("UPDATE rpc_method SET method_name = #{name} WHERE method_name = #{name}")
        int change(@Param("name") String name);

        @Select("SELECT id FROM no_such_table WHERE id = #{id}")
        Integer broken(@Param("id") int id);
    }

    @BeforeAll
    static void open() {
        SCHEMA.session().getConfiguration().addMapper(Sleeper.class);
        sleeper = SCHEMA.session().getMapper(Sleeper.class);
        sleeper.sleep("0.3");
        for (int i = 0; i < 100; i++) {
            sleeper.quick("a-secret-value");
        }
        sleeper.change("nothing");
        assertThatThrownBy(() -> sleeper.broken(7)).hasMessageContaining("no_such_table");
    }

    @AfterAll
    static void drop() {
        SCHEMA.close();
    }

    @Test
    void queries_changes_and_failures_are_counted_and_timed() {
        assertThat(find("Sleeper.sleep").calls()).isEqualTo(1);
        assertThat(find("Sleeper.sleep").totalMicros()).isBetween(300_000L, 10_000_000L);
        assertThat(find("Sleeper.sleep").maxMicros())
                .isEqualTo(find("Sleeper.sleep").totalMicros());
        assertThat(find("Sleeper.quick").calls()).isEqualTo(100);
        assertThat(find("Sleeper.quick").averageMicros())
                .isEqualTo(find("Sleeper.quick").totalMicros() / 100)
                .isPositive();
        assertThat(find("Sleeper.change").calls()).isEqualTo(1);
        assertThat(find("Sleeper.broken").calls()).isEqualTo(1);
    }

    @Test
    void a_text_has_question_marks_and_no_value() {
        assertThat(find("Sleeper.quick").sql()).isEqualTo("SELECT LENGTH( ?)");
        assertThat(SCHEMA.times().most("TOTAL", 100).toString()).doesNotContain("a-secret-value");
    }

    @Test
    void the_most_expensive_come_first_by_what_is_asked_for_and_no_more_than_wanted() {
        for (String order : List.of("TOTAL", "AVERAGE", "MAX")) {
            assertThat(SCHEMA.times().most(order, 2))
                    .as(order)
                    .hasSize(2)
                    .first()
                    .extracting(StatementTimeView::name)
                    .asString()
                    .endsWith("Sleeper.sleep");
        }
    }

    private static StatementTimeView find(String name) {
        return SCHEMA.times().most("TOTAL", 100).stream()
                .filter(view -> view.name().endsWith(name))
                .findFirst()
                .orElseThrow();
    }
}
