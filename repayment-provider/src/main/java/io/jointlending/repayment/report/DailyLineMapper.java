package io.jointlending.repayment.report;

import io.jointlending.repayment.tables.SplitLines;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** The daily lines of the institutions and the split lines that they are made of, archived ones included. */
interface DailyLineMapper {
    String COUNTS =
            """
            CAST(SUM(events) AS SIGNED) AS events, CAST(SUM(split_lines) AS SIGNED) AS split_lines,
            """;
    String PERIOD =
            """
            <where> booking_date BETWEEN #{first} AND #{last} AND split_lines > 0
            <if test="institutionCode != null"> AND institution_code = #{institutionCode}</if></where>
            """;

    /** The first institution with split lines whose code is greater; each step of the index is one look. */
    @Select(
            """
            SELECT MIN(institution_code) FROM (
              SELECT MIN(institution_code) AS institution_code FROM split_line WHERE institution_code > #{after}
              UNION ALL
              SELECT MIN(institution_code) FROM split_line_archive WHERE institution_code > #{after}) x
            """)
    @Nullable
    String institutionAfter(@Param("after") String after);

    /** The last institution whose lines of the date are begun. */
    @Select("SELECT MAX(institution_code) FROM institution_day WHERE booking_date = #{date}")
    @Nullable
    String lastInstitution(@Param("date") LocalDate date);

    @Select(
            """
            SELECT institution_code, last_order_no FROM institution_day
             WHERE booking_date = #{date} AND status = 'BUILDING' ORDER BY institution_code LIMIT 1
            """)
    @Nullable
    InstitutionDayRow building(@Param("date") LocalDate date);

    @Insert(
            """
            INSERT INTO institution_day (booking_date, institution_code, status, last_order_no)
            VALUES (#{date}, #{institutionCode}, 'BUILDING', '')
            """)
    int begin(@Param("date") LocalDate date, @Param("institutionCode") String institutionCode);

    @Update(
            """
            UPDATE institution_day SET status = #{status}, last_order_no = #{last}
             WHERE booking_date = #{date} AND institution_code = #{row.institutionCode} AND status = 'BUILDING'
               AND last_order_no = #{row.lastOrderNo}
            """)
    int proceed(
            @Param("date") LocalDate date,
            @Param("row") InstitutionDayRow row,
            @Param("last") String last,
            @Param("status") String status);

    /** Master orders of the next split lines, one per line, in order. */
    @Select(
            """
            SELECT order_no FROM (
              (SELECT order_no FROM split_line WHERE institution_code = #{row.institutionCode} AND booking_date = #{date}
                  AND order_no > #{row.lastOrderNo} ORDER BY order_no LIMIT #{limit})
              UNION ALL
              (SELECT order_no FROM split_line_archive
                WHERE institution_code = #{row.institutionCode} AND booking_date = #{date}
                  AND order_no > #{row.lastOrderNo} ORDER BY order_no LIMIT #{limit})) x
             ORDER BY order_no LIMIT #{limit}
            """)
    List<String> nextOrders(
            @Param("date") LocalDate date, @Param("row") InstitutionDayRow row, @Param("limit") int limit);

    /** All split lines of the master orders up to and including one. */
    @Select(
            "SELECT event_kind, COUNT(DISTINCT order_no, sequence_no) AS events, COUNT(*) AS split_lines, "
                    + SplitLines.SUMS + " FROM (SELECT order_no, sequence_no, " + SplitLines.COLUMNS
                    + """
               FROM split_line WHERE institution_code = #{row.institutionCode} AND booking_date = #{date}
                AND order_no > #{row.lastOrderNo} AND order_no <= #{upTo}
              UNION ALL SELECT order_no, sequence_no,
            """
                    + SplitLines.COLUMNS
                    + """
               FROM split_line_archive WHERE institution_code = #{row.institutionCode} AND booking_date = #{date}
                AND order_no > #{row.lastOrderNo} AND order_no <= #{upTo}) x
             GROUP BY event_kind
            """)
    List<SplitSumRow> sums(
            @Param("date") LocalDate date, @Param("row") InstitutionDayRow row, @Param("upTo") String upTo);

    /** Adds to the lines that are there. */
    @Insert(
            """
            <script>
            INSERT INTO institution_daily (institution_code, booking_date, event_kind, events, split_lines, due_penalty_fen,
                due_fee_fen, due_interest_fen, due_principal_fen, settled_penalty_fen, settled_fee_fen,
                settled_interest_fen, settled_principal_fen)
            VALUES <foreach item="it" collection="sums" separator=",">
              (#{institutionCode}, #{date}, #{it.eventKind}, #{it.events}, #{it.splitLines}, #{it.duePenaltyFen},
               #{it.dueFeeFen}, #{it.dueInterestFen}, #{it.duePrincipalFen}, #{it.settledPenaltyFen},
               #{it.settledFeeFen}, #{it.settledInterestFen}, #{it.settledPrincipalFen})</foreach>
            ON DUPLICATE KEY UPDATE events = events + VALUES(events), split_lines = split_lines + VALUES(split_lines),
               due_penalty_fen = due_penalty_fen + VALUES(due_penalty_fen),
               due_fee_fen = due_fee_fen + VALUES(due_fee_fen),
               due_interest_fen = due_interest_fen + VALUES(due_interest_fen),
               due_principal_fen = due_principal_fen + VALUES(due_principal_fen),
               settled_penalty_fen = settled_penalty_fen + VALUES(settled_penalty_fen),
               settled_fee_fen = settled_fee_fen + VALUES(settled_fee_fen),
               settled_interest_fen = settled_interest_fen + VALUES(settled_interest_fen),
               settled_principal_fen = settled_principal_fen + VALUES(settled_principal_fen)
            </script>
            """)
    int add(
            @Param("institutionCode") String institutionCode,
            @Param("date") LocalDate date,
            @Param("sums") List<SplitSumRow> sums);

    /** The lines of a date count nothing again. */
    @Update(
            """
            UPDATE institution_daily SET events = 0, split_lines = 0, due_penalty_fen = 0, due_fee_fen = 0,
                   due_interest_fen = 0, due_principal_fen = 0, settled_penalty_fen = 0, settled_fee_fen = 0,
                   settled_interest_fen = 0, settled_principal_fen = 0
             WHERE booking_date = #{date}
            """)
    int clear(@Param("date") LocalDate date);

    @Update("UPDATE institution_day SET status = 'BUILDING', last_order_no = '' WHERE booking_date = #{date}")
    int beginAgain(@Param("date") LocalDate date);

    @Select(
            "<script>SELECT institution_code, event_kind, " + COUNTS + SplitLines.SUMS + " FROM institution_daily "
                    + PERIOD
                    + """
             GROUP BY institution_code, event_kind ORDER BY institution_code, event_kind
             LIMIT #{limit} OFFSET #{offset}</script>
            """)
    List<ReportLineRow> lines(
            @Nullable @Param("institutionCode") String institutionCode,
            @Param("first") LocalDate first,
            @Param("last") LocalDate last,
            @Param("limit") int limit,
            @Param("offset") long offset);

    @Select("<script>SELECT COUNT(DISTINCT institution_code, event_kind) FROM institution_daily " + PERIOD
            + "</script>")
    long count(
            @Nullable @Param("institutionCode") String institutionCode,
            @Param("first") LocalDate first,
            @Param("last") LocalDate last);
}
