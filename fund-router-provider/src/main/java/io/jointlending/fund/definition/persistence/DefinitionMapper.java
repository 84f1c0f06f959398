package io.jointlending.fund.definition.persistence;

import io.jointlending.fund.definition.domain.Definition;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface DefinitionMapper {
    @Insert(
            """
            INSERT INTO fund_definition (kind, name, version, body, sha256, status, published_by)
            VALUES (#{kind}, #{name}, #{version}, #{body}, #{sha256}, 'DRAFT', #{publishedBy})""")
    int insert(Definition draft);

    @Select(
            """
            SELECT kind, name, version, body, sha256, status, published_by, activated_by
            FROM fund_definition
            WHERE kind = #{kind} AND name = #{name}
            ORDER BY version DESC
            LIMIT 1
            FOR UPDATE""")
    @Nullable
    DefinitionRow lockNewest(@Param("kind") Definition.Kind kind, @Param("name") String name);

    @Select(
            """
            SELECT kind, name, version, body, sha256, status, published_by, activated_by
            FROM fund_definition
            WHERE kind = #{kind} AND name = #{name} AND version = #{version}""")
    @Nullable
    DefinitionRow find(@Param("kind") Definition.Kind kind, @Param("name") String name, @Param("version") int version);

    @Select(
            """
            SELECT kind, name, version, body, sha256, status, published_by, activated_by
            FROM fund_definition
            WHERE kind = #{kind} AND active_key IS NOT NULL
            ORDER BY active_key
            LIMIT 2000""")
    List<DefinitionRow> active(@Param("kind") Definition.Kind kind);

    @Select(
            """
            SELECT kind, name, version, body, sha256, status, published_by, activated_by
            FROM fund_definition
            WHERE kind = #{kind} AND name = #{name}
            ORDER BY version DESC
            LIMIT 100""")
    List<DefinitionRow> versions(@Param("kind") Definition.Kind kind, @Param("name") String name);

    @Update(
            """
            UPDATE fund_definition
            SET status = 'RETIRED', active_key = NULL
            WHERE kind = #{kind} AND active_key = #{name}""")
    int retire(@Param("kind") Definition.Kind kind, @Param("name") String name);

    @Update(
            """
            UPDATE fund_definition
            SET status = 'ACTIVE', active_key = name, activated_by = #{by}, activated_at = UTC_TIMESTAMP(3)
            WHERE kind = #{kind} AND name = #{name} AND version = #{version} AND status <> 'ACTIVE'""")
    int activate(
            @Param("kind") Definition.Kind kind,
            @Param("name") String name,
            @Param("version") int version,
            @Param("by") String by);
}
