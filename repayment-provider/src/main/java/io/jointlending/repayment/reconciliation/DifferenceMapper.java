package io.jointlending.repayment.reconciliation;

import io.jointlending.api.reconciliation.CloseDifferenceRequest;
import io.jointlending.api.reconciliation.DifferenceQuery;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Differences. */
interface DifferenceMapper {
    String COLUMNS =
            """
            SELECT id, institution_code, file_no, booking_date, kind, sub_order_no, event_kind, book_penalty_fen, book_fee_fen,
                   book_interest_fen, book_principal_fen, file_penalty_fen, file_fee_fen, file_interest_fen, file_principal_fen,
                   book_status, file_status, counter_date, owner_name, opened_on, status, close_reason, close_note, closed_by,
                   closed_on
              FROM recon_diff
            """;
    String FILTER =
            """
            <where> status = #{status}
            <if test="query.institutionCode != null"> AND institution_code = #{query.institutionCode}</if>
            <if test="query.bookingDate != null"> AND booking_date = #{query.bookingDate}</if></where>
            """;

    @Insert(
            """
            <script>
            INSERT INTO recon_diff (institution_code, file_no, booking_date, kind, sub_order_no, event_kind, sequence_no, line_no,
                book_penalty_fen, book_fee_fen, book_interest_fen, book_principal_fen, file_penalty_fen, file_fee_fen,
                file_interest_fen, file_principal_fen, book_status, file_status, counter_date, owner_name, opened_on, status)
            VALUES <foreach item="it" collection="differences" separator=",">
              (#{row.institutionCode}, #{row.fileNo}, #{row.bookingDate}, #{it.kind}, #{it.subOrderNo}, #{it.eventKind},
               #{it.sequence}, #{it.lineNo}, #{it.book.penaltyFen}, #{it.book.feeFen}, #{it.book.interestFen},
               #{it.book.principalFen}, #{it.file.penaltyFen}, #{it.file.feeFen}, #{it.file.interestFen},
               #{it.file.principalFen}, #{it.bookStatus}, #{it.fileStatus}, #{it.counterDate}, #{row.ownerName}, #{today},
               'OPEN')</foreach>
            </script>
            """)
    int add(
            @Param("row") ReconFileRow row,
            @Param("differences") List<NewDifference> differences,
            @Param("today") LocalDate today);

    /** What was missing on the date before is now found on the date compared. */
    @Update(
            """
            UPDATE recon_diff SET kind = 'CROSS_DAY', counter_date = #{counterDate}
             WHERE institution_code = #{institutionCode} AND booking_date = #{date} AND status = 'OPEN'
               AND sub_order_no = #{subOrderNo} AND kind = 'MISSING' AND sequence_no = #{sequence}
            """)
    int missingFound(
            @Param("institutionCode") String institutionCode,
            @Param("date") LocalDate date,
            @Param("subOrderNo") String subOrderNo,
            @Param("sequence") long sequence,
            @Param("counterDate") LocalDate counterDate);

    /** What the file for the date before had too much is now found in the book of the date compared. */
    @Update(
            """
            UPDATE recon_diff SET kind = 'CROSS_DAY', counter_date = #{counterDate}
             WHERE institution_code = #{institutionCode} AND booking_date = #{date} AND status = 'OPEN'
               AND sub_order_no = #{subOrderNo} AND kind = 'EXTRA' AND line_no = #{lineNo}
            """)
    int extraFound(
            @Param("institutionCode") String institutionCode,
            @Param("date") LocalDate date,
            @Param("subOrderNo") String subOrderNo,
            @Param("lineNo") long lineNo,
            @Param("counterDate") LocalDate counterDate);

    /** The file that found them does not count any more. */
    @Update(
            """
            UPDATE recon_diff SET status = 'CLOSED', close_reason = 'FILE_REPLACED', close_note = #{fileNo},
                   closed_by = #{operator}, closed_on = #{today}
             WHERE institution_code = #{row.institutionCode} AND booking_date = #{row.bookingDate} AND file_no != #{row.fileNo}
               AND status = 'OPEN' LIMIT 1000
            """)
    int replace(
            @Param("row") ReconFileRow row,
            @Param("fileNo") String fileNo,
            @Param("operator") String operator,
            @Param("today") LocalDate today);

    @Select("<script>" + COLUMNS + FILTER + " ORDER BY opened_on, id LIMIT #{query.pageSize} OFFSET #{offset}</script>")
    List<DifferenceRow> page(
            @Param("query") DifferenceQuery query, @Param("status") String status, @Param("offset") long offset);

    @Select("<script>SELECT COUNT(*) FROM recon_diff " + FILTER + "</script>")
    long count(@Param("query") DifferenceQuery query, @Param("status") String status);

    @Select(COLUMNS + " WHERE id = #{id}")
    @Nullable
    DifferenceRow find(@Param("id") long id);

    @Update("UPDATE recon_diff SET owner_name = #{owner} WHERE id = #{id} AND status = 'OPEN'")
    int assign(@Param("id") long id, @Param("owner") String owner);

    @Update(
            """
            UPDATE recon_diff SET status = 'CLOSED', close_reason = #{it.reason}, close_note = #{it.note},
                   closed_by = #{it.operator}, closed_on = #{today}
             WHERE id = #{id} AND status = 'OPEN'
            """)
    int close(@Param("id") long id, @Param("it") CloseDifferenceRequest request, @Param("today") LocalDate today);

    @Select("SELECT COUNT(*) FROM recon_diff WHERE status = 'OPEN'")
    long open();
}
