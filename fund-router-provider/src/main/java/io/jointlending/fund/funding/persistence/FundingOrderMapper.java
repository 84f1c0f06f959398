package io.jointlending.fund.funding.persistence;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface FundingOrderMapper {
    /** A second insert of the same order changes nothing. */
    @Insert(
            """
            INSERT INTO funding (order_no, shard_key, borrower_no, product_code, asked_scheme_code, principal_fen,
                                   status, version, next_at, traceparent, order_facts)
            VALUES (#{orderNo}, #{shardKey}, #{borrowerNo}, #{productCode}, #{askedSchemeCode}, #{principalFen},
                    #{status}, #{version}, UTC_TIMESTAMP(3), #{traceparent}, #{orderFacts})
            ON DUPLICATE KEY UPDATE order_no = VALUES(order_no)""")
    int insert(FundingOrderRow task);

    /** One status at a time, so that the index alone finds the rows and no other row is locked. */
    @Select(
            """
            SELECT order_no, shard_key, borrower_no, product_code, asked_scheme_code, scheme_code, principal_fen,
                   status, version, attempts, reason, traceparent, order_facts, route_attempt, reroutes
            FROM funding
            WHERE status = #{status} AND next_at <= UTC_TIMESTAMP(3)
            ORDER BY next_at
            LIMIT #{limit}
            FOR UPDATE SKIP LOCKED""")
    List<FundingOrderRow> lockDue(@Param("status") int status, @Param("limit") int limit);

    @Update(
            """
            <script>
            UPDATE funding
            SET next_at = UTC_TIMESTAMP(3) + INTERVAL #{leaseMicros} MICROSECOND, claimed_by = #{claimer},
                version = version + 1, attempts = LEAST(attempts + 1, 60000)
            WHERE order_no IN <foreach collection='orderNos' item='orderNo' open='(' separator=', ' close=')'>#{orderNo}</foreach>
            LIMIT 100
            </script>""")
    int claim(
            @Param("orderNos") List<String> orderNos,
            @Param("leaseMicros") long leaseMicros,
            @Param("claimer") String claimer);

    @Select(
            """
            SELECT order_no, shard_key, borrower_no, product_code, asked_scheme_code, scheme_code, principal_fen,
                   status, version, attempts, reason, traceparent, order_facts, route_attempt, reroutes
            FROM funding
            WHERE order_no = #{orderNo}""")
    @Nullable
    FundingOrderRow find(@Param("orderNo") String orderNo);

    /** What was made due while it was worked on stays due: a claimed row has its time in the future. */
    @Update(
            """
            UPDATE funding
            SET status = #{after.status}, scheme_code = #{after.schemeCode}, reason = #{after.reason},
                route_attempt = #{after.routeAttempt}, reroutes = #{after.reroutes},
                next_at = IF(next_at <= UTC_TIMESTAMP(3), next_at,
                             UTC_TIMESTAMP(3) + INTERVAL #{waitMicros} MICROSECOND),
                attempts = 0, version = version + 1
            WHERE order_no = #{after.orderNo} AND status = #{fromStatus} AND version = #{fromVersion}""")
    int move(
            @Param("after") FundingOrderRow after,
            @Param("fromStatus") int fromStatus,
            @Param("fromVersion") long fromVersion,
            @Param("waitMicros") long waitMicros);

    @Update(
            """
            UPDATE funding
            SET next_at = IF(next_at <= UTC_TIMESTAMP(3), next_at,
                             UTC_TIMESTAMP(3) + INTERVAL #{waitMicros} MICROSECOND),
                version = version + 1
            WHERE order_no = #{orderNo} AND version = #{version}""")
    int putBack(@Param("orderNo") String orderNo, @Param("version") long version, @Param("waitMicros") long waitMicros);

    @Update("UPDATE funding SET next_at = UTC_TIMESTAMP(3) WHERE order_no = #{orderNo} AND status IN (10, 20, 30)")
    int makeDue(@Param("orderNo") String orderNo);

    @Select(
            """
            SELECT seat, institution_code, kind, is_lead, share_bp, own_annual_rate, amount_fen, external_request_no,
                   status, reason
            FROM fund_leg
            WHERE order_no = #{orderNo} AND attempt = #{attempt}
            ORDER BY seat
            LIMIT 16""")
    List<FundLegRow> findLegs(@Param("orderNo") String orderNo, @Param("attempt") int attempt);

    @Insert(
            """
            <script>
            INSERT INTO fund_leg (order_no, attempt, seat, shard_key, institution_code, kind, is_lead, share_bp,
                                  own_annual_rate, amount_fen, external_request_no, status, reason)
            VALUES <foreach collection='legs' item='leg' separator=', '>
              (#{orderNo}, #{attempt}, #{leg.seat}, #{shardKey}, #{leg.institutionCode}, #{leg.kind}, #{leg.isLead},
               #{leg.shareBp}, #{leg.ownAnnualRate,jdbcType=DECIMAL}, #{leg.amountFen}, #{leg.externalRequestNo}, #{leg.status},
               #{leg.reason})</foreach>
            </script>""")
    int insertLegs(
            @Param("orderNo") String orderNo,
            @Param("attempt") int attempt,
            @Param("shardKey") int shardKey,
            @Param("legs") List<FundLegRow> legs);

    @Update(
            """
            UPDATE fund_leg
            SET status = #{after.status}, amount_fen = #{after.amountFen},
                reason = #{after.reason}
            WHERE order_no = #{orderNo} AND attempt = #{attempt} AND seat = #{after.seat} AND status = #{fromStatus}""")
    int moveLeg(
            @Param("orderNo") String orderNo,
            @Param("attempt") int attempt,
            @Param("after") FundLegRow after,
            @Param("fromStatus") String fromStatus);

    @Select(
            "SELECT DISTINCT institution_code FROM fund_leg WHERE order_no = #{orderNo} AND status = 'REJECTED' LIMIT 100")
    List<String> refusedBy(@Param("orderNo") String orderNo);
}
