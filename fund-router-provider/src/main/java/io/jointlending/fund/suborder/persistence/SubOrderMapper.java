package io.jointlending.fund.suborder.persistence;

import io.jointlending.fund.suborder.domain.SubOrder;
import io.jointlending.fund.suborder.domain.SubOrderStatus;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface SubOrderMapper {
    @Insert(
            """
            <script>
            INSERT INTO sub_order (sub_order_no, order_no, seat, shard_key, institution_code, is_lead, weight,
                                   contribution_fen, status)
            VALUES <foreach collection='subOrders' item='one' separator=', '>
              (#{one.subOrderNo}, #{one.orderNo}, #{one.seat}, #{one.shardKey}, #{one.institutionCode}, #{one.lead},
               #{one.weight}, #{one.contributionFen}, #{one.status})</foreach>
            </script>""")
    int insert(@Param("subOrders") List<SubOrder> subOrders);

    @Select(
            """
            SELECT sub_order_no, order_no, shard_key, seat, institution_code, is_lead, weight,
                   contribution_fen, status
            FROM sub_order
            WHERE order_no = #{orderNo}
            ORDER BY seat
            LIMIT 16""")
    List<SubOrderRow> find(@Param("orderNo") String orderNo);

    @Select(
            """
            SELECT sub_order_no, order_no, shard_key, seat, institution_code, is_lead, weight,
                   contribution_fen, status
            FROM sub_order_archive
            WHERE order_no = #{orderNo}
            ORDER BY seat
            LIMIT 16""")
    List<SubOrderRow> findArchived(@Param("orderNo") String orderNo);

    @Update(
            """
            UPDATE sub_order
            SET status = #{status}, settled_sequence = #{sequence}, settled_on = #{settledOn,jdbcType=DATE},
                version = version + 1
            WHERE order_no = #{orderNo} AND status IN ('ACTIVE', 'SETTLED') AND COALESCE(settled_sequence, 0) < #{sequence}
            LIMIT 16""")
    int follow(
            @Param("orderNo") String orderNo,
            @Param("status") SubOrderStatus status,
            @Param("sequence") long sequence,
            @Param("settledOn") @Nullable LocalDate settledOn);
}
