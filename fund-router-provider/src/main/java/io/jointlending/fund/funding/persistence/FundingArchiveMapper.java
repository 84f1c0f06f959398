package io.jointlending.fund.funding.persistence;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Fundings that were moved to the archive tables; nothing in them changes. */
interface FundingArchiveMapper {
    @Select("SELECT COUNT(*) FROM funding_archive WHERE order_no = #{orderNo}")
    int count(@Param("orderNo") String orderNo);

    @Select(
            """
            SELECT order_no, shard_key, borrower_no, product_code, asked_scheme_code, scheme_code, principal_fen,
                   status, version, attempts, reason, traceparent, order_facts, route_attempt, reroutes
            FROM funding_archive
            WHERE order_no = #{orderNo}""")
    @Nullable
    FundingOrderRow find(@Param("orderNo") String orderNo);

    @Select(
            """
            SELECT seat, institution_code, kind, is_lead, share_bp, own_annual_rate, amount_fen, external_request_no,
                   status, reason
            FROM fund_leg_archive
            WHERE order_no = #{orderNo} AND attempt = #{attempt}
            ORDER BY seat
            LIMIT 16""")
    List<FundLegRow> findLegs(@Param("orderNo") String orderNo, @Param("attempt") int attempt);
}
