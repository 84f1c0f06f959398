package io.jointlending.support.message;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Deletes in small batches, along an index; the clock is the database's. */
interface PurgeMapper {
    /** The last of the next old messages in the order of inserts; null when the next one is young. */
    @Select(
            """
            SELECT MAX(id) FROM (
              SELECT id FROM mq_outbox
               WHERE id > #{after} AND created_at < NOW(3) - INTERVAL #{days} DAY
                 AND id <= (SELECT COALESCE(MAX(id), 0) FROM
                             (SELECT id FROM mq_outbox WHERE id > #{after} ORDER BY id LIMIT #{limit}) page)
               ORDER BY id) old
            """)
    @Nullable
    Long lastOld(@Param("after") long after, @Param("days") int days, @Param("limit") int limit);

    @Delete(
            """
            DELETE FROM mq_outbox
             WHERE id > #{after} AND id <= #{last} AND status IN (2, 5)
               AND COALESCE(sent_at, updated_at) < NOW(3) - INTERVAL #{days} DAY
            """)
    int sent(@Param("after") long after, @Param("last") long last, @Param("days") int days);

    @Delete(
            """
            DELETE FROM mq_consume_log WHERE consumed_at < NOW(3) - INTERVAL #{days} DAY
             ORDER BY consumed_at LIMIT #{limit}
            """)
    int consumed(@Param("days") int days, @Param("limit") int limit);

    @Delete(
            """
            DELETE FROM idempotent_command WHERE created_at < NOW(3) - INTERVAL #{days} DAY
             ORDER BY created_at LIMIT #{limit}
            """)
    int commands(@Param("days") int days, @Param("limit") int limit);

    @Delete(
            """
            DELETE FROM job_run WHERE status = 'DONE' AND lease_until < NOW(3) - INTERVAL #{days} DAY
             ORDER BY lease_until LIMIT #{limit}
            """)
    int runs(@Param("days") int days, @Param("limit") int limit);

    @Delete(
            """
            DELETE FROM alarm WHERE delivered_at < NOW(3) - INTERVAL #{days} DAY
             ORDER BY delivered_at LIMIT #{limit}
            """)
    int alarms(@Param("days") int days, @Param("limit") int limit);

    /** The oldest have the lowest ids: only the first of them are looked at, so that no index of the time is needed. */
    @Delete(
            """
            DELETE FROM message_audit
             WHERE created_at < NOW(3) - INTERVAL #{days} DAY
               AND id <= (SELECT MAX(id) FROM (SELECT id FROM message_audit ORDER BY id LIMIT #{limit}) page)
            """)
    int audits(@Param("days") int days, @Param("limit") int limit);
}
