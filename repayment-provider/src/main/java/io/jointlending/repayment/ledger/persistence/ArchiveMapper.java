package io.jointlending.repayment.ledger.persistence;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Ledgers that were moved to the archive tables; nothing in them changes. */
interface ArchiveMapper {
    @Select("SELECT COUNT(*) FROM ledger_archive WHERE order_no = #{orderNo}")
    int count(@Param("orderNo") String orderNo);

    @Select(LedgerMapper.HEAD_COLUMNS + " FROM ledger_archive WHERE order_no = #{orderNo}")
    @Nullable
    LedgerRow find(@Param("orderNo") String orderNo);

    @Select(LedgerMapper.INSTALLMENT_COLUMNS
            + " FROM ledger_installment_archive WHERE order_no = #{orderNo} ORDER BY installment_no LIMIT 1000")
    List<InstallmentRow> installments(@Param("orderNo") String orderNo);

    /** By installment and seat. */
    @Select(
            SubLedgerMapper.ROW_COLUMNS
                    + """
              FROM sub_installment_archive i JOIN sub_ledger_archive s ON s.order_no = i.order_no AND s.seat = i.seat
             WHERE i.order_no = #{orderNo} ORDER BY i.installment_no, i.seat LIMIT 16000
            """)
    List<SubRow> subRows(@Param("orderNo") String orderNo);
}
