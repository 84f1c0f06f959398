package io.jointlending.support.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.baomidou.mybatisplus.core.MybatisXMLLanguageDriver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.reflection.MetaObject;
import org.apache.ibatis.session.Configuration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SizedScriptsTest {
    private static final String TWO_LOOPS =
            """
            <script>
            INSERT INTO t (order_no, a, b) VALUES
            <foreach item="row" collection="order.rows" separator=",">(#{order.no}, #{row.amounts.fee}, #{row.name})</foreach>
            ON DUPLICATE KEY UPDATE b = <foreach item='id' collection='ids' open='(' close=')' separator=', '>#{id}</foreach>
            </script>
            """;

    private final Configuration configuration = new Configuration();
    private final SqlSource sized = new SizedScripts().createSqlSource(configuration, TWO_LOOPS, null);
    private final SqlSource plain = new MybatisXMLLanguageDriver().createSqlSource(configuration, TWO_LOOPS, null);

    public record Amounts(long fee) {}

    public record Row(@Nullable String name, Amounts amounts) {}

    public record Order(String no, List<Row> rows) {}

    /** What MyBatis would send: text and values, in order. */
    private List<Object> sent(SqlSource source, Object parameter) {
        BoundSql bound = source.getBoundSql(parameter);
        MetaObject named = configuration.newMetaObject(parameter);
        List<Object> sent = new ArrayList<>(List.of(bound.getSql()));
        for (ParameterMapping mapping : bound.getParameterMappings()) {
            String property = mapping.getProperty();
            Object value = bound.hasAdditionalParameter(property)
                    ? bound.getAdditionalParameter(property)
                    : named.getValue(property);
            sent.add(property + "=" + value);
        }
        return sent;
    }

    @Test
    void any_rows_are_sent_as_mybatis_alone_would_send_them() {
        Random random = new Random(20261121);
        for (int call = 0; call < 500; call++) {
            Map<String, Object> parameter = parameter(random, random.nextInt(6), 1 + random.nextInt(4));
            assertThat(sent(sized, parameter)).isEqualTo(sent(plain, parameter));
        }
        Map<String, Object> many = parameter(random, 700, 1);
        assertThat(sent(sized, many)).isEqualTo(sent(plain, many));
    }

    @Test
    void the_text_of_a_size_is_made_once() {
        Random random = new Random(1);
        String first = sized.getBoundSql(parameter(random, 3, 2)).getSql();

        assertThat(sized.getBoundSql(parameter(random, 3, 2)).getSql()).isSameAs(first);
        assertThat(sized.getBoundSql(parameter(random, 2, 3)).getSql()).isNotEqualTo(first);
    }

    @Test
    void scripts_that_depend_on_more_than_sizes_are_left_to_mybatis() {
        for (String script : List.of(
                "<script>SELECT 1 <if test='a != null'>WHERE a IN <foreach item='x' collection='a'>#{x}</foreach></if></script>",
                "<script>SELECT <foreach item='x' index='i' collection='a'>#{i}</foreach></script>",
                "<script>SELECT ${b} <foreach item='x' collection='a'>#{x}</foreach></script>",
                "SELECT #{a}")) {
            assertThat(new SizedScripts().createSqlSource(configuration, script, Map.class))
                    .hasSameClassAs(new MybatisXMLLanguageDriver().createSqlSource(configuration, script, Map.class));
        }
    }

    @Test
    void a_loop_without_an_item_is_refused_when_the_mapper_is_read() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SizedScripts()
                        .createSqlSource(
                                configuration, "<script>SELECT <foreach collection='a'>1</foreach></script>", null))
                .withMessageContaining("item");
    }

    private static Map<String, Object> parameter(Random random, int rows, int ids) {
        List<Row> made = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            made.add(new Row(random.nextBoolean() ? null : "n" + random.nextInt(9), new Amounts(random.nextLong())));
        }
        List<Long> numbers = random.longs(ids).boxed().toList();
        return new HashMap<>(Map.of("order", new Order("o" + random.nextInt(99), made), "ids", numbers));
    }
}
