package io.jointlending.support.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.support.sql.StatementTimes;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.mapping.ResultMapping;
import org.junit.jupiter.api.Test;

class RecordConfigurationTest {
    record Cell(long dueFeeFen, boolean isLead, String no) {}

    interface Cells {
        @Select("SELECT due_fee_fen, is_lead, no FROM cell")
        List<Cell> all();

        @Select("SELECT COUNT(*) FROM cell")
        int count();
    }

    private final RecordConfiguration configuration =
            new RecordConfiguration(new StatementTimes(LocalDateTime.of(2026, 1, 1, 0, 0)));

    @Test
    void a_record_is_mapped_by_the_names_of_its_components() {
        configuration.addMapper(Cells.class);

        ResultMap map = map("all");
        assertThat(map.getConstructorResultMappings().stream().map(ResultMapping::getColumn))
                .containsExactly("due_fee_fen", "is_lead", "no");
        assertThat(map.getAutoMapping()).isFalse();
    }

    @Test
    void other_results_are_left_to_mybatis() {
        configuration.addMapper(Cells.class);

        assertThat(map("count").getResultMappings()).isEmpty();
    }

    private ResultMap map(String statement) {
        return configuration
                .getMappedStatement(Cells.class.getName() + "." + statement)
                .getResultMaps()
                .get(0);
    }
}
