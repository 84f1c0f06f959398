package io.jointlending.repayment.report;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** The rows of business dates as closing and reports see them. */
interface AccountingDayMapper {
    String DAY =
            """
            SELECT business_date, closed_at, closed_by, reported_at FROM accounting_day WHERE business_date = #{date}
            """;

    @Select(DAY)
    @Nullable
    AccountingDayRow find(@Param("date") LocalDate date);

    /** Waits for the bookings that hold the date, and keeps new ones waiting. */
    @Select(DAY + " FOR UPDATE")
    @Nullable
    AccountingDayRow lock(@Param("date") LocalDate date);

    /** Rows that are there already stay as they are. */
    @Insert(
            """
            <script>
            INSERT IGNORE INTO accounting_day (business_date) VALUES
            <foreach item="date" collection="dates" separator=",">(#{date})</foreach>
            </script>
            """)
    int open(@Param("dates") List<LocalDate> dates);

    /** The earliest date that is not closed. */
    @Select("SELECT MIN(business_date) FROM accounting_day WHERE closed_at IS NULL")
    @Nullable
    LocalDate firstOpen();

    /** The latest date that is closed. */
    @Select("SELECT MAX(business_date) FROM accounting_day WHERE closed_at IS NOT NULL")
    @Nullable
    LocalDate lastClosed();

    /** The earliest date that is closed without its daily lines. */
    @Select(
            """
            SELECT MIN(business_date) FROM accounting_day WHERE closed_at IS NOT NULL AND reported_at IS NULL
            """)
    @Nullable
    LocalDate firstUnreported();

    /** The time is read after the lock is there, so it is later than that of any line of the date. */
    @Update(
            """
            UPDATE accounting_day SET closed_at = CURRENT_TIMESTAMP(3), closed_by = #{operator}
             WHERE business_date = #{date} AND closed_at IS NULL
            """)
    int close(@Param("date") LocalDate date, @Param("operator") String operator);

    @Update(
            """
            UPDATE accounting_day SET reported_at = CURRENT_TIMESTAMP(3)
             WHERE business_date = #{date} AND closed_at IS NOT NULL AND reported_at IS NULL
            """)
    int report(@Param("date") LocalDate date);

    @Update("UPDATE accounting_day SET reported_at = NULL WHERE business_date = #{date}")
    int unreport(@Param("date") LocalDate date);

    /** How many dates of a period are reported. */
    @Select(
            """
            SELECT COUNT(*) FROM accounting_day
             WHERE business_date BETWEEN #{first} AND #{last} AND reported_at IS NOT NULL
            """)
    int reported(@Param("first") LocalDate first, @Param("last") LocalDate last);
}
