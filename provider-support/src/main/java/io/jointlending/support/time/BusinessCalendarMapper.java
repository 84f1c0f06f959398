package io.jointlending.support.time;

import java.time.LocalDate;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

interface BusinessCalendarMapper {
    @Select("SELECT business_date FROM business_calendar WHERE id = 1")
    @Nullable
    LocalDate find();

    @Insert(
            """
            INSERT INTO business_calendar (id, business_date) VALUES (1, #{businessDate})
            ON DUPLICATE KEY UPDATE business_date = VALUES(business_date)
            """)
    int put(LocalDate businessDate);
}
