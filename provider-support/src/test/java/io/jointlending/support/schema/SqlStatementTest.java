package io.jointlending.support.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlStatementTest {
    @Test
    void a_semicolon_ends_a_statement_but_not_inside_quotes_or_comments() {
        String script =
                """
                -- made; for tests
                CREATE TABLE a (x INT COMMENT 'one; two''s', `y;` INT); # why; not
                /* a block; of
                   comment */ SELECT "a\\";b", 1 --1 ;
                  ;
                INSERT INTO a VALUES ('it''s'';', 2);
                """;
        assertThat(texts(script))
                .containsExactly(
                        "CREATE TABLE a (x INT COMMENT 'one; two''s', `y;` INT)",
                        "SELECT \"a\\\";b\", 1 --1",
                        "INSERT INTO a VALUES ('it''s'';', 2)");
    }

    @Test
    void a_statement_knows_the_line_of_its_first_word() {
        List<SqlStatement> statements = SqlStatement.split("t.sql", "\n-- head\nSELECT 1;\n\n  SELECT\n 2;");
        assertThat(statements).extracting(SqlStatement::line).containsExactly(3, 5);
    }

    @Test
    void a_comment_inside_a_statement_stays_in_it() {
        assertThat(texts("SELECT 1 -- one;\n, 2;")).containsExactly("SELECT 1 -- one;\n, 2");
    }

    @Test
    void an_executable_comment_is_no_comment() {
        assertThat(texts("/*!80000 SELECT 1 */;")).containsExactly("/*!80000 SELECT 1 */");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT 1                | last statement does not end",
                "SELECT 'a;              | is not closed",
                "SELECT 1; /* open       | comment does not end",
                "delimiter //            | DELIMITER",
            })
    void a_script_that_looks_cut_off_is_refused(String script, String message) {
        assertThatThrownBy(() -> texts(script))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("t.sql line 1")
                .hasMessageContaining(message.strip());
    }

    @Test
    void the_first_word_is_a_whole_word() {
        assertThat(new SqlStatement("select 1", 1).startsWith("SELECT")).isTrue();
        assertThat(new SqlStatement("selection", 1).startsWith("SELECT")).isFalse();
    }

    private static List<String> texts(String script) {
        return SqlStatement.split("t.sql", script).stream()
                .map(SqlStatement::text)
                .toList();
    }
}
