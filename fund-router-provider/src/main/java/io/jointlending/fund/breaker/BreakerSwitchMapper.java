package io.jointlending.fund.breaker;

import io.jointlending.api.fund.SwitchBreakerRequest;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

interface BreakerSwitchMapper {
    @Select(
            """
            SELECT channel, endpoint, position, until_at,
                   TIMESTAMPDIFF(MICROSECOND, UTC_TIMESTAMP(3), until_at) AS left_micros, operator, reason
            FROM breaker_switch
            WHERE until_at > UTC_TIMESTAMP(3)
            ORDER BY until_at
            LIMIT #{limit}""")
    List<BreakerSwitchRow> held(@Param("limit") int limit);

    @Insert(
            """
            INSERT INTO breaker_switch (channel, endpoint, position, until_at, operator, reason)
            VALUES (#{request.channel}, #{request.endpoint}, #{request.position},
                    UTC_TIMESTAMP(3) + INTERVAL #{request.minutes} MINUTE, #{request.operator}, #{request.reason})
            ON DUPLICATE KEY UPDATE position = VALUES(position), until_at = VALUES(until_at), operator = VALUES(operator),
              reason = VALUES(reason)""")
    int hold(@Param("request") SwitchBreakerRequest request);

    @Update(
            """
            UPDATE breaker_switch
            SET until_at = UTC_TIMESTAMP(3), operator = #{request.operator}, reason = #{request.reason}
            WHERE channel = #{request.channel} AND endpoint = #{request.endpoint} AND until_at > UTC_TIMESTAMP(3)""")
    int letGo(@Param("request") SwitchBreakerRequest request);
}
