package io.jointlending.support.wiring;

import com.baomidou.mybatisplus.core.MybatisConfiguration;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.ibatis.mapping.ResultFlag;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.mapping.ResultMapping;

/**
 * MyBatis for rows that are records. A statement that returns a record and says nothing about columns gets an explicit
 * mapping by name ({@code dueDate} from {@code due_date}) when the mapper is read; looking for the names anew in every row
 * costs a tenth of what a repayment costs. A column that is missing fails the statement.
 */
final class RecordConfiguration extends MybatisConfiguration {
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
