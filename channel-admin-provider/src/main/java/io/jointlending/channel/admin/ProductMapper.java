package io.jointlending.channel.admin;

import io.jointlending.api.channel.ProductView;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface ProductMapper {
    @Select("SELECT version FROM product WHERE product_code = #{code} FOR UPDATE")
    @Nullable
    Long lock(@Param("code") String code);

    @Select(
            """
            SELECT product_id, product_code, name, status, repayment_method, annual_rate, rounding,
                   min_amount_fen, max_amount_fen, penalty_daily_rate, penalty_grace_days, options, version
            FROM product
            WHERE product_code = #{code}""")
    @Nullable
    ProductRow find(@Param("code") String code);

    @Select("""
            SELECT product_code
            FROM product
            WHERE product_id = #{productId}""")
    @Nullable
    String findCodeById(@Param("productId") int productId);

    @Select(
            """
            SELECT product_id, product_code, name, status, repayment_method, annual_rate, rounding,
                   min_amount_fen, max_amount_fen, penalty_daily_rate, penalty_grace_days, options, version
            FROM product
            ORDER BY product_id
            LIMIT #{size} OFFSET #{from}""")
    List<ProductRow> list(@Param("from") long from, @Param("size") int size);

    @Select("SELECT COUNT(*) FROM product")
    long count();

    /** At most 24 terms for each of the at most 200 products of a page. */
    @Select(
            """
            <script>
            SELECT product_code, installments
            FROM product_term
            WHERE product_code IN <foreach collection='codes' item='code' open='(' separator=', ' close=')'>#{code}</foreach>
            ORDER BY product_code, installments
            LIMIT 4800
            </script>""")
    List<ProductTermRow> findTerms(@Param("codes") List<String> codes);

    /** At most 16 schemes for each of the at most 200 products of a page. */
    @Select(
            """
            <script>
            SELECT product_code, scheme_code
            FROM product_scheme
            WHERE product_code IN <foreach collection='codes' item='code' open='(' separator=', ' close=')'>#{code}</foreach>
            ORDER BY product_code, priority
            LIMIT 3200
            </script>""")
    List<ProductSchemeRow> findSchemes(@Param("codes") List<String> codes);

    @Insert(
            """
            INSERT INTO product (product_code, product_id, name, status, repayment_method, annual_rate, rounding,
                                 min_amount_fen, max_amount_fen, penalty_daily_rate, penalty_grace_days, options)
            VALUES (#{p.productCode}, #{p.productId}, #{p.name}, #{p.status}, #{p.method}, #{p.annualRate}, #{p.rounding},
                    #{p.minAmountFen}, #{p.maxAmountFen}, #{p.penaltyDailyRate}, #{p.penaltyGraceDays}, #{options})""")
    int insert(@Param("p") ProductView product, @Param("options") String options);

    @Insert(
            """
            INSERT INTO product_term (product_code, installments)
            VALUES (#{code}, #{installments})""")
    int insertTerm(@Param("code") String code, @Param("installments") int installments);

    @Insert(
            """
            INSERT INTO product_scheme (product_code, priority, scheme_code)
            VALUES (#{code}, #{priority}, #{schemeCode})""")
    int insertScheme(
            @Param("code") String code, @Param("priority") int priority, @Param("schemeCode") String schemeCode);

    @Update(
            """
            UPDATE product
            SET status = #{to}, version = version + 1
            WHERE product_code = #{code} AND status = #{from} AND version = #{version}""")
    int changeStatus(
            @Param("code") String code,
            @Param("from") String from,
            @Param("version") long version,
            @Param("to") String to);
}
