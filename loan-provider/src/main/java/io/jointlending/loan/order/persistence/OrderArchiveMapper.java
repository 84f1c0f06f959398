package io.jointlending.loan.order.persistence;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Orders that were moved to the archive tables; nothing in them changes. */
interface OrderArchiveMapper {
    @Select("SELECT " + LoanOrderMapper.COLUMNS + " FROM loan_order_archive WHERE order_no = #{orderNo}")
    @Nullable
    LoanOrderRow find(@Param("orderNo") String orderNo);

    @Select(
            """
            SELECT from_status, to_status, cause, reference, created_at
            FROM state_log_archive WHERE order_no = #{orderNo} ORDER BY id LIMIT #{limit}
            """)
    List<StateLogRow> history(@Param("orderNo") String orderNo, @Param("limit") int limit);

    @Select(
            """
            SELECT installment_no, due_date, principal_fen, interest_fen, balance_after_fen
            FROM plan_installment_archive WHERE order_no = #{orderNo} AND plan_version = 1 ORDER BY installment_no LIMIT 120
            """)
    List<InstallmentRow> plan(@Param("orderNo") String orderNo);
}
