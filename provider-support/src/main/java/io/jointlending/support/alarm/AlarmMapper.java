package io.jointlending.support.alarm;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** The table {@code alarm}; all times are the database's. */
interface AlarmMapper {
    /** Told anew although somebody was told before. */
    @Insert(
            """
            INSERT INTO alarm (alarm_code, subject_key, detail, next_at)
            VALUES (#{alarm.code}, #{alarm.subject}, #{alarm.detail}, NOW(3))
            ON DUPLICATE KEY UPDATE occurrences = occurrences + 1, detail = VALUES(detail), attempts = 0,
                next_at = VALUES(next_at), delivered_at = NULL
            """)
    int raise(@Param("alarm") Alarm alarm);

    /** Counted only, if it was raised in this hour already. */
    @Insert(
            """
            INSERT INTO alarm (alarm_code, subject_key, detail, next_at)
            VALUES (#{alarm.code}, CONCAT(#{alarm.subject}, '-', DATE_FORMAT(NOW(3), '%Y%m%d%H')), #{alarm.detail}, NOW(3))
            ON DUPLICATE KEY UPDATE occurrences = occurrences + 1
            """)
    int raiseHourly(@Param("alarm") Alarm alarm);

    @Select(
            """
            SELECT id, alarm_code, subject_key, detail, attempts
              FROM alarm WHERE delivered_at IS NULL AND next_at <= NOW(3)
             ORDER BY next_at LIMIT #{limit} FOR UPDATE SKIP LOCKED
            """)
    List<AlarmRow> lockDue(@Param("limit") int limit);

    /** The next try, unless this one succeeds: 60 s, doubled per try, an hour at most. */
    @Update(
            """
            UPDATE alarm SET attempts = attempts + 1,
                   next_at = NOW(3) + INTERVAL LEAST(3600, 60 * POW(2, LEAST(#{row.attempts}, 6))) SECOND
             WHERE id = #{row.id} AND delivered_at IS NULL
            """)
    int lease(@Param("row") AlarmRow row);

    @Update("UPDATE alarm SET delivered_at = NOW(3) WHERE id = #{id} AND delivered_at IS NULL")
    int delivered(@Param("id") long id);
}
