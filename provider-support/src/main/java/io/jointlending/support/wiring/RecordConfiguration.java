package io.jointlending.support.wiring;

import com.baomidou.mybatisplus.core.MybatisConfiguration;
import io.jointlending.support.sql.StatementTimes;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.executor.statement.StatementHandler;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ResultFlag;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.mapping.ResultMapping;
import org.apache.ibatis.session.ResultHandler;
import org.apache.ibatis.session.RowBounds;

/**
 * MyBatis for rows that are records. A statement that returns a record and says nothing about columns gets an explicit
 * mapping by name ({@code dueDate} from {@code due_date}) when the mapper is read; looking for the names anew in every row
 * costs a tenth of what a repayment costs. A column that is missing fails the statement.
 */
final class RecordConfiguration extends MybatisConfiguration {
    private final StatementTimes times;

    RecordConfiguration(StatementTimes times) {
        this.times = times;
    }

    /** Measured here and not by a plug-in of MyBatis or Druid, which would call each method by reflection or parse each text. */
    @Override
    @SuppressWarnings("rawtypes") // the signature of MyBatis
    public StatementHandler newStatementHandler(
            Executor executor,
            MappedStatement statement,
            Object parameter,
            RowBounds rows,
            ResultHandler results,
            BoundSql sql) {
        return times.watch(super.newStatementHandler(executor, statement, parameter, rows, results, sql), statement);
    }

    @Override
    public void addResultMap(ResultMap map) {
        boolean silent = map.getResultMappings().isEmpty() && !map.hasNestedResultMaps();
        super.addResultMap(silent && map.getType().isRecord() ? byName(map) : map);
    }

    private ResultMap byName(ResultMap map) {
        List<ResultMapping> columns = new ArrayList<>();
        for (RecordComponent component : map.getType().getRecordComponents()) {
            columns.add(new ResultMapping.Builder(
                            this, component.getName(), column(component.getName()), component.getType())
                    .flags(List.of(ResultFlag.CONSTRUCTOR))
                    .build());
        }
        return new ResultMap.Builder(this, map.getId(), map.getType(), columns, false).build();
    }

    /** {@code settledFeeFen} is {@code settled_fee_fen}. */
    static String column(String component) {
        return component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
