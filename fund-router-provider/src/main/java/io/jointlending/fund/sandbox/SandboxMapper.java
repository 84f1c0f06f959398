package io.jointlending.fund.sandbox;

import io.jointlending.fund.funding.domain.FundRequest;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface SandboxMapper {
    @Insert(
            """
            INSERT INTO sandbox_institution_setting (order_no, institution_code, answer, processing_times)
            VALUES (#{setting.orderNo}, #{setting.institutionCode}, #{setting.answer}, #{setting.processingTimes})
            ON DUPLICATE KEY UPDATE answer = VALUES(answer), processing_times = VALUES(processing_times)""")
    int set(@Param("setting") SandboxSetting setting);

    /** The order's own setting and the one for every order, in no particular sequence. */
    @Select(
            """
            SELECT order_no, institution_code, answer, processing_times
            FROM sandbox_institution_setting
            WHERE institution_code = #{institutionCode} AND order_no IN (#{orderNo}, '*')
            LIMIT 2""")
    List<SandboxSetting> settings(@Param("institutionCode") String institutionCode, @Param("orderNo") String orderNo);

    @Insert(
            """
            INSERT INTO sandbox_institution_request (institution_code, request_no, order_no, amount_fen, status,
                                                     processing_left)
            VALUES (#{request.institutionCode}, #{request.requestNo}, #{request.orderNo}, #{request.amountFen},
                    #{status}, #{processingLeft})""")
    int book(
            @Param("request") FundRequest request,
            @Param("status") String status,
            @Param("processingLeft") int processingLeft);

    @Update(
            """
            UPDATE sandbox_institution_request
            SET submits = submits + 1
            WHERE institution_code = #{institutionCode} AND request_no = #{requestNo}""")
    int submittedAgain(FundRequest request);

    /** One query more: one time less to answer with processing, and the acceptance when none was left. */
    @Update(
            """
            UPDATE sandbox_institution_request
            SET queries = queries + 1,
                status = CASE WHEN status = 'PROCESSING' AND processing_left = 0 THEN 'ACCEPTED' ELSE status END,
                processing_left = CASE WHEN processing_left > 0 THEN processing_left - 1 ELSE 0 END
            WHERE institution_code = #{institutionCode} AND request_no = #{requestNo}""")
    int queried(FundRequest request);

    @Select(
            """
            SELECT status, amount_fen
            FROM sandbox_institution_request
            WHERE institution_code = #{institutionCode} AND request_no = #{requestNo}""")
    @Nullable
    SandboxEntry find(FundRequest request);
}
