package io.jointlending.support.usage;

import io.jointlending.api.ops.MethodCallsView;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Days are those of the database's clock, UTC. */
interface CallCountMapper {
    @Insert(
            """
            <script>
            INSERT IGNORE INTO rpc_method (contract_name, method_name, counted_since) VALUES
            <foreach collection="methods" item="one" separator=",">(#{one.contract}, #{one.method}, UTC_DATE())</foreach>
            </script>""")
    int known(@Param("methods") List<ContractMethod> methods);

    @Insert(
            """
            <script>
            INSERT INTO rpc_call_day (contract_name, method_name, call_date, calls) VALUES
            <foreach collection="calls" item="one" separator=",">(#{one.contract}, #{one.method}, UTC_DATE(), #{one.calls})</foreach>
            ON DUPLICATE KEY UPDATE calls = calls + VALUES(calls)
            </script>""")
    int add(@Param("calls") List<MethodCalls> calls);

    @Select("SELECT UTC_DATE()")
    LocalDate today();

    @Select(
            """
            SELECT m.contract_name AS contract, m.method_name AS method, m.counted_since,
                   COALESCE(SUM(CASE WHEN d.call_date > #{after} THEN d.calls ELSE 0 END), 0) AS calls,
                   MAX(d.call_date) AS last_called_on
              FROM rpc_method m
              LEFT JOIN rpc_call_day d ON d.contract_name = m.contract_name AND d.method_name = m.method_name
             GROUP BY m.contract_name, m.method_name, m.counted_since
             ORDER BY m.contract_name, m.method_name""")
    List<MethodCallsView> since(@Param("after") LocalDate after);

    @Delete(
            "DELETE FROM rpc_call_day WHERE call_date < UTC_DATE() - INTERVAL #{days} DAY ORDER BY call_date LIMIT #{limit}")
    int purge(@Param("days") int days, @Param("limit") int limit);
}
