package io.jointlending.repayment.audit;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Findings, and the orders that an audit goes through. */
interface FindingMapper {
    String ORDERS =
            """
             IN <foreach item="it" collection="orders" open="(" separator="," close=")">#{it}</foreach>
            """;

    @Select("SELECT COUNT(*) FROM ledger${suffix} WHERE order_no = #{orderNo}")
    int ledgers(@Param("suffix") String suffix, @Param("orderNo") String orderNo);

    /** Keeps writers away while the rules are looked at, so that all of them see one moment. */
    @Select("<script>SELECT order_no FROM ledger WHERE order_no " + ORDERS
            + " ORDER BY order_no LIMIT 1000 LOCK IN SHARE MODE</script>")
    List<String> hold(@Param("orders") List<String> orders);

    @Insert(
            """
            INSERT INTO audit_finding (order_no, rule_code, shard_key, detail, first_found_on, last_found_on)
            VALUES (#{row.orderNo}, #{rule}, #{shardKey}, LEFT(#{row.detail}, 500), #{today}, #{today})
            ON DUPLICATE KEY UPDATE detail = VALUES(detail),
              first_found_on = CASE WHEN mended_at IS NULL THEN first_found_on ELSE VALUES(first_found_on) END,
              last_found_on = GREATEST(first_found_on, VALUES(last_found_on)), mended_at = NULL
            """)
    int put(
            @Param("row") BrokenRow row,
            @Param("rule") String rule,
            @Param("shardKey") int shardKey,
            @Param("today") LocalDate today);

    /** What was found before and not now. */
    @Update(
            "<script>UPDATE audit_finding SET mended_at = CURRENT_TIMESTAMP(3) WHERE mended_at IS NULL AND order_no "
                    + ORDERS
                    + """
            <if test="!broken.isEmpty()"> AND order_no NOT IN
              <foreach item="it" collection="broken" open="(" separator="," close=")">#{it.orderNo}</foreach></if>
             AND rule_code = #{rule}</script>
            """)
    int mend(@Param("orders") List<String> orders, @Param("rule") String rule, @Param("broken") List<BrokenRow> broken);

    @Select("SELECT COUNT(*) FROM audit_finding WHERE mended_at IS NULL")
    long open();

    @Select(
            """
            SELECT order_no, rule_code, detail, first_found_on, last_found_on FROM audit_finding
             WHERE mended_at IS NULL ORDER BY first_found_on, order_no, rule_code LIMIT #{limit} OFFSET #{offset}
            """)
    List<FindingRow> page(@Param("limit") int limit, @Param("offset") long offset);

    @Select("<script>SELECT order_no, rule_code, detail, first_found_on, last_found_on FROM audit_finding"
            + " WHERE mended_at IS NULL AND order_no " + ORDERS + " ORDER BY order_no, rule_code LIMIT 1000</script>")
    List<FindingRow> of(@Param("orders") List<String> orders);

    /** Events of a date in the order of their numbers. */
    @Select(
            """
            SELECT repayment_no AS cursor_key, order_no FROM ledger_event
             WHERE booking_date = #{date} AND repayment_no > #{after} ORDER BY repayment_no LIMIT #{limit}
            """)
    List<TouchedRow> events(@Param("date") LocalDate date, @Param("after") String after, @Param("limit") int limit);

    @Select("SELECT MIN(institution_code) FROM split_line WHERE institution_code > #{after}")
    @org.jspecify.annotations.Nullable
    String institutionAfter(@Param("after") String after);

    /** Master orders with split lines of a date; one row per line. */
    @Select(
            """
            SELECT order_no AS cursor_key, order_no FROM split_line
             WHERE institution_code = #{institutionCode} AND booking_date = #{date} AND order_no > #{after}
             ORDER BY order_no LIMIT #{limit}
            """)
    List<TouchedRow> lines(
            @Param("institutionCode") String institutionCode,
            @Param("date") LocalDate date,
            @Param("after") String after,
            @Param("limit") int limit);

    /** Those of the orders that had an event on the date. */
    @Select("<script>SELECT DISTINCT order_no FROM ledger_event WHERE booking_date = #{date} AND order_no " + ORDERS
            + " LIMIT 1000</script>")
    List<String> withEvents(@Param("date") LocalDate date, @Param("orders") List<String> orders);
}
