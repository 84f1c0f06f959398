package io.jointlending.fund;

import io.jointlending.support.wiring.SchemaFixture;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.ParameterMapping;

/** A statement as a mapper sends it, and how the database would work it off. */
public final class MappedQuery {
    private final SchemaFixture schema;

    /** Of the mappers that the session of this schema knows. */
    public MappedQuery(SchemaFixture schema) {
        this.schema = schema;
    }

    /**
     * Table or alias to kind of access and key.
     *
     * @param mapped mapper and method
     * @param values its parameters by name
     */
    public Map<String, String> plan(String mapped, Map<String, Object> values) throws SQLException {
        return planOf(sql(mapped, values));
    }

    /** The same for a statement that is written out. */
    public Map<String, String> planOf(String sql) throws SQLException {
        Map<String, String> plan = new TreeMap<>();
        try (Connection connection = schema.open();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("EXPLAIN " + sql)) {
            while (result.next()) {
                String table = result.getString("table");
                String key = table == null ? "nothing: " + result.getString("Extra") : table;
                plan.merge(
                        key,
                        result.getString("type") + " " + result.getString("key"),
                        (one, other) -> one.equals(other) ? one : one + ", " + other);
            }
        }
        return plan;
    }

    private String sql(String mapped, Map<String, Object> values) {
        BoundSql bound =
                schema.session().getConfiguration().getMappedStatement(mapped).getBoundSql(new LinkedHashMap<>(values));
        String sql = bound.getSql();
        for (ParameterMapping parameter : bound.getParameterMappings()) {
            String name = parameter.getProperty();
            Object value = bound.hasAdditionalParameter(name) ? bound.getAdditionalParameter(name) : values.get(name);
            Objects.requireNonNull(value, mapped + " needs " + name);
            String literal = value instanceof Number ? value.toString() : "'" + value + "'";
            sql = sql.replaceFirst("\\?", Matcher.quoteReplacement(literal));
        }
        return sql;
    }
}
