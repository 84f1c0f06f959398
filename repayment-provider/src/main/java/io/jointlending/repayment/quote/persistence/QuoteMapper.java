package io.jointlending.repayment.quote.persistence;

import java.time.LocalDate;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

interface QuoteMapper {
    @Select("SELECT ledger_version FROM ledger WHERE order_no = #{orderNo}")
    @Nullable
    Long ledgerVersion(@Param("orderNo") String orderNo);

    @Select(
            """
            SELECT body FROM quote_precomputed
             WHERE order_no = #{orderNo} AND ledger_version = #{version} AND business_date = #{date}
            """)
    @Nullable
    String find(@Param("orderNo") String orderNo, @Param("version") long version, @Param("date") LocalDate date);

    @Insert(
            """
            INSERT INTO quote_precomputed (order_no, shard_key, ledger_version, business_date, body)
            VALUES (#{orderNo}, #{shardKey}, #{version}, #{date}, #{body})
            ON DUPLICATE KEY UPDATE ledger_version = VALUES(ledger_version), business_date = VALUES(business_date),
                                    body = VALUES(body)
            """)
    int keep(
            @Param("orderNo") String orderNo,
            @Param("shardKey") int shardKey,
            @Param("version") long version,
            @Param("date") LocalDate date,
            @Param("body") String body);
}
