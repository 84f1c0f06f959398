package io.jointlending.support.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SchemaHistoryTest {
    @Test
    void the_history_table_made_by_hand_is_the_one_made_by_the_tool() {
        Path byHand = Path.of(System.getProperty("project.root", ".."), "sql", "schema_history.sql");
        assertThat(SqlStatement.read(byHand))
                .extracting(SqlStatement::text)
                .containsExactly(SchemaHistory.TABLE.strip());
    }
}
