package io.jointlending.repayment.reconciliation;

import io.jointlending.api.reconciliation.FileLineRequest;
import io.jointlending.api.reconciliation.ImportFileRequest;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** The files of the institutions. */
interface ReconMapper {
    String COLUMNS =
            """
            SELECT institution_code, file_no, booking_date, status, file_lines, book_lines, matched_lines, differences, phase,
                   cursor_key, owner_name
              FROM recon_file
            """;
    String ONE = COLUMNS + " WHERE institution_code = #{institutionCode} AND file_no = #{fileNo} ";
    String SUB_ORDERS = BookMapper.SUB_ORDERS;

    /** A file that is there already stays as it is. */
    @Insert(
            """
            INSERT IGNORE INTO recon_file (institution_code, file_no, booking_date, status, file_lines, book_lines,
                matched_lines, differences, phase, cursor_key, imported_by)
            VALUES (#{it.institutionCode}, #{it.fileNo}, #{it.bookingDate}, 'RECEIVING', 0, 0, 0, 0, 'BOOK', '', #{it.operator})
            """)
    int begin(@Param("it") ImportFileRequest request);

    @Select(ONE)
    @Nullable
    ReconFileRow find(@Param("institutionCode") String institutionCode, @Param("fileNo") String fileNo);

    @Select(ONE + " FOR UPDATE")
    @Nullable
    ReconFileRow lock(@Param("institutionCode") String institutionCode, @Param("fileNo") String fileNo);

    /** A file that somebody asked to compare and nobody works on. */
    @Select(COLUMNS + " WHERE status = 'COMPARING' ORDER BY institution_code, file_no LIMIT 1 FOR UPDATE SKIP LOCKED")
    @Nullable
    ReconFileRow claim();

    /** Lines that are there already stay as they are. */
    @Insert(
            """
            <script>
            INSERT IGNORE INTO recon_line (institution_code, file_no, line_no, sub_order_no, event_kind, settled_penalty_fen,
                settled_fee_fen, settled_interest_fen, settled_principal_fen, sub_order_status)
            VALUES <foreach item="it" collection="lines" separator=",">
              (#{institutionCode}, #{fileNo}, #{it.lineNo}, #{it.subOrderNo}, #{it.eventKind}, #{it.penaltyFen}, #{it.feeFen},
               #{it.interestFen}, #{it.principalFen}, #{it.status})</foreach>
            </script>
            """)
    int addLines(
            @Param("institutionCode") String institutionCode,
            @Param("fileNo") String fileNo,
            @Param("lines") List<FileLineRequest> lines);

    /** Lines of the file by their places. */
    @Select(
            """
            <script>
            SELECT line_no, sub_order_no, event_kind, settled_principal_fen AS principal_fen,
                   settled_interest_fen AS interest_fen, settled_penalty_fen AS penalty_fen, settled_fee_fen AS fee_fen,
                   sub_order_status AS status
              FROM recon_line WHERE institution_code = #{institutionCode} AND file_no = #{fileNo} AND line_no IN
              <foreach item="it" collection="lines" open="(" separator="," close=")">#{it.lineNo}</foreach>
             ORDER BY line_no LIMIT 1000
            </script>
            """)
    List<FileLineRequest> received(
            @Param("institutionCode") String institutionCode,
            @Param("fileNo") String fileNo,
            @Param("lines") List<FileLineRequest> lines);

    @Update(
            """
            UPDATE recon_file SET file_lines = file_lines + #{added}, status = #{status}
             WHERE institution_code = #{row.institutionCode} AND file_no = #{row.fileNo} AND status = 'RECEIVING'
            """)
    int receive(@Param("row") ReconFileRow row, @Param("added") int added, @Param("status") String status);

    /** Other files for the date do not count any more. */
    @Update(
            """
            UPDATE recon_file SET status = 'REPLACED'
             WHERE institution_code = #{row.institutionCode} AND booking_date = #{row.bookingDate} AND file_no != #{row.fileNo}
               AND status IN ('RECEIVED', 'COMPARING', 'COMPARED')
            """)
    int replaceOthers(@Param("row") ReconFileRow row);

    @Update(
            """
            UPDATE recon_file SET status = 'COMPARING', owner_name = #{owner}, compared_by = #{operator}
             WHERE institution_code = #{row.institutionCode} AND file_no = #{row.fileNo} AND status = 'RECEIVED'
            """)
    int compare(@Param("row") ReconFileRow row, @Param("owner") String owner, @Param("operator") String operator);

    /** The first received file whose date is closed. */
    @Select(
            """
            SELECT f.institution_code, f.file_no, f.booking_date, f.status, f.file_lines, f.book_lines, f.matched_lines,
                   f.differences, f.phase, f.cursor_key, f.owner_name
              FROM recon_file f JOIN accounting_day d ON d.business_date = f.booking_date AND d.closed_at IS NOT NULL
             WHERE f.status = 'RECEIVED' ORDER BY f.institution_code, f.file_no LIMIT 1
            """)
    @Nullable
    ReconFileRow firstReceived();

    @Update(
            """
            UPDATE recon_file
               SET book_lines = book_lines + #{books}, matched_lines = matched_lines + #{matched},
                   differences = differences + #{differences}, phase = #{phase}, cursor_key = #{cursor},
                   status = CASE WHEN #{phase} = 'DONE' THEN 'COMPARED' ELSE status END
             WHERE institution_code = #{row.institutionCode} AND file_no = #{row.fileNo} AND status = 'COMPARING'
               AND phase = #{row.phase} AND cursor_key = #{row.cursorKey}
            """)
    int proceed(
            @Param("row") ReconFileRow row,
            @Param("books") long books,
            @Param("matched") long matched,
            @Param("differences") long differences,
            @Param("phase") String phase,
            @Param("cursor") String cursor);

    /** The next sub-orders that the file names. */
    @Select(
            """
            SELECT DISTINCT sub_order_no FROM recon_line
             WHERE institution_code = #{row.institutionCode} AND file_no = #{row.fileNo} AND sub_order_no > #{row.cursorKey}
             ORDER BY sub_order_no LIMIT #{limit}
            """)
    List<String> nextSubOrders(@Param("row") ReconFileRow row, @Param("limit") int limit);

    /** What the files for these dates say of these sub-orders. */
    @Select(
            """
            <script>
            SELECT r.sub_order_no, f.booking_date, r.line_no AS place_no, r.event_kind,
                   r.settled_penalty_fen AS penalty_fen, r.settled_fee_fen AS fee_fen,
                   r.settled_interest_fen AS interest_fen, r.settled_principal_fen AS principal_fen
              FROM recon_file f JOIN recon_line r ON r.institution_code = f.institution_code AND r.file_no = f.file_no
             WHERE f.institution_code = #{institutionCode} AND f.booking_date BETWEEN #{from} AND #{to}
               AND f.status IN ('RECEIVED', 'COMPARING', 'COMPARED') AND r.sub_order_no IN
            """
                    + SUB_ORDERS
                    + """
             ORDER BY r.sub_order_no, f.booking_date, r.line_no
             LIMIT
            """
                    + BookMapper.MOST_LINES
                    + "</script>")
    List<BookLineRow> lines(
            @Param("institutionCode") String institutionCode,
            @Param("from") LocalDate from,
            @Param("to") LocalDate to,
            @Param("subOrders") List<String> subOrders);

    /** The last status that the file says of each of these sub-orders. */
    @Select(
            """
            <script>
            SELECT r.sub_order_no, r.line_no, r.sub_order_status AS status
              FROM recon_line r JOIN (
              SELECT sub_order_no, MAX(line_no) AS line_no FROM recon_line
               WHERE institution_code = #{row.institutionCode} AND file_no = #{row.fileNo} AND sub_order_status IS NOT NULL
                 AND sub_order_no IN
            """
                    + SUB_ORDERS
                    + """
               GROUP BY sub_order_no) x ON x.line_no = r.line_no
             WHERE r.institution_code = #{row.institutionCode} AND r.file_no = #{row.fileNo}
            </script>
            """)
    List<FileStatusRow> statuses(@Param("row") ReconFileRow row, @Param("subOrders") List<String> subOrders);
}
