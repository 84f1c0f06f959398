package io.jointlending.support.configuration;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface CopyMapper {
    /** MySQL assigns from left to right: the version is compared before it is set. */
    @Insert(
            """
            INSERT INTO configuration_copy (kind, config_code, config_version, body)
            VALUES (#{kind}, #{code}, #{version}, #{body})
            ON DUPLICATE KEY UPDATE
              body = IF(VALUES(config_version) >= config_version, VALUES(body), body),
              config_version = GREATEST(VALUES(config_version), config_version)""")
    int keep(
            @Param("kind") String kind,
            @Param("code") String code,
            @Param("version") long version,
            @Param("body") String body);

    @Insert(
            """
            INSERT INTO configuration_copy (kind, config_code, config_version, body)
            VALUES (#{kind}, #{code}, #{version}, #{body})""")
    int insert(
            @Param("kind") String kind,
            @Param("code") String code,
            @Param("version") long version,
            @Param("body") String body);

    @Update(
            """
            UPDATE configuration_copy SET config_version = #{version}, body = #{body}
            WHERE kind = #{kind} AND config_code = #{code} AND config_version < #{version}""")
    int replaceOlder(
            @Param("kind") String kind,
            @Param("code") String code,
            @Param("version") long version,
            @Param("body") String body);

    @Select(
            """
            SELECT body
            FROM configuration_copy
            WHERE kind = #{kind} AND config_code = #{code}""")
    @Nullable
    String find(@Param("kind") String kind, @Param("code") String code);
}
