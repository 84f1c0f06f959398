package io.jointlending.fund.statelog;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;

interface StateLogMapper {
    @Insert(
            """
            <script>
            INSERT INTO state_log (order_no, shard_key, subject, seat, from_status, to_status, reason)
            VALUES <foreach collection='moves' item='move' separator=', '>
              (#{move.orderNo}, #{move.shardKey}, #{move.subject}, #{move.seat}, #{move.fromStatus}, #{move.toStatus},
               #{move.reason})</foreach>
            </script>""")
    int insert(@Param("moves") List<StateMove> moves);
}
