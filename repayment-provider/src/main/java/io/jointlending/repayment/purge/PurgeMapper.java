package io.jointlending.repayment.purge;

import java.time.LocalDate;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Param;

interface PurgeMapper {
    /** The primary key begins with the date. */
    @Delete(
            """
            DELETE FROM penalty_snapshot WHERE business_date < #{date}
             ORDER BY business_date, order_no, installment_no LIMIT #{limit}
            """)
    int deleteSnapshots(@Param("date") LocalDate date, @Param("limit") int limit);

    /** The index on the date finds the keys; the rows go by primary key. */
    @Delete(
            """
            DELETE a FROM collection_attempt a
              JOIN (SELECT order_no, business_date FROM collection_attempt
                     WHERE business_date < #{date} AND status IN (40, 80)
                     ORDER BY business_date LIMIT #{limit}) old
                ON old.order_no = a.order_no AND old.business_date = a.business_date
            """)
    int deleteAttempts(@Param("date") LocalDate date, @Param("limit") int limit);
}
