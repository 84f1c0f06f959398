package io.jointlending.repayment.ledger.persistence;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** The rows of business dates as a booking sees them. */
interface BookingDayMapper {
    /** Locked against closing, shared with the other bookings; null when the date has no row. */
    @Select(
            """
            SELECT closed_at IS NOT NULL FROM accounting_day WHERE business_date = #{date} LOCK IN SHARE MODE
            """)
    @Nullable
    Boolean closed(@Param("date") LocalDate date);

    /** Rows that are there already stay as they are. */
    @Insert(
            """
            <script>
            INSERT IGNORE INTO accounting_day (business_date) VALUES
            <foreach item="date" collection="dates" separator=",">(#{date})</foreach>
            </script>
            """)
    int open(@Param("dates") List<LocalDate> dates);
}
