package io.jointlending.fund.route.persistence;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface RouteMapper {
    @Insert(
            """
            INSERT INTO fund_route (route, version, body, sha256, status, created_by)
            VALUES (#{route}, #{version}, #{body}, #{sha256}, #{status}, #{createdBy})""")
    int insert(RouteRow row);

    @Select(
            """
            SELECT route, version, body, sha256, status, created_by, approved_by
            FROM fund_route
            WHERE route = #{route}
            ORDER BY version DESC
            LIMIT 1""")
    @Nullable
    RouteRow newest(@Param("route") String route);

    @Select(
            """
            SELECT route, version, body, sha256, status, created_by, approved_by
            FROM fund_route
            WHERE route = #{route} AND version = #{version}""")
    @Nullable
    RouteRow find(@Param("route") String route, @Param("version") int version);

    @Select(
            """
            SELECT route, version, body, sha256, status, created_by, approved_by
            FROM fund_route
            WHERE active_key = #{route}""")
    @Nullable
    RouteRow active(@Param("route") String route);

    @Select(
            """
            SELECT r.route, r.version, r.body, r.sha256, r.status, r.created_by, r.approved_by
            FROM fund_route_product p
            JOIN fund_route r ON r.route = p.route AND r.version = p.version AND r.status = 'ACTIVE'
            WHERE p.product_code = #{product}""")
    @Nullable
    RouteRow activeFor(@Param("product") String product);

    @Update(
            """
            UPDATE fund_route
            SET status = 'RETIRED', active_key = NULL
            WHERE active_key = #{route}""")
    int retire(@Param("route") String route);

    @Update(
            """
            UPDATE fund_route
            SET status = 'ACTIVE', active_key = route, approved_by = #{by}, activated_at = UTC_TIMESTAMP(3)
            WHERE route = #{route} AND version = #{version} AND status IN ('DRAFT', 'RETIRED')""")
    int activate(@Param("route") String route, @Param("version") int version, @Param("by") String by);

    @Update(
            """
            UPDATE fund_route_product
            SET route = NULL, version = NULL
            WHERE route = #{route}""")
    int free(@Param("route") String route);

    /** Takes the product unless another route has it. */
    @Insert(
            """
            INSERT INTO fund_route_product (product_code, route, version)
            VALUES (#{product}, #{route}, #{version})
            ON DUPLICATE KEY UPDATE version = IF(route IS NULL, VALUES(version), version),
                                    route = IF(route IS NULL, VALUES(route), route)""")
    int take(@Param("product") String product, @Param("route") String route, @Param("version") int version);

    @Select(
            """
            <script>
            SELECT product_code
            FROM fund_route_product
            WHERE product_code IN <foreach collection='products' item='product' open='(' separator=', ' close=')'>#{product}</foreach>
              AND route &lt;&gt; #{route}
            ORDER BY product_code
            LIMIT 100
            </script>""")
    List<String> ofOthers(@Param("products") List<String> products, @Param("route") String route);
}
