package io.jointlending.support.order;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

interface NumberSegmentMapper {
    /** Locks the row until commit, so that the read that follows sees the own addition. */
    @Insert(
            """
            INSERT INTO number_segment (name, next_value) VALUES (#{name}, 1 + #{size})
            ON DUPLICATE KEY UPDATE next_value = next_value + #{size}
            """)
    int advance(@Param("name") String name, @Param("size") int size);

    @Select("SELECT next_value FROM number_segment WHERE name = #{name}")
    long nextValue(@Param("name") String name);
}
