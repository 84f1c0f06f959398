package io.jointlending.fund.route.persistence;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface DecisionMapper {
    @Insert(
            """
            INSERT INTO fund_route_decision (order_no, attempt, shard_key, product_code, principal_fen, business_date, route,
                                             route_version, rule_name, outcome, scheme_code, lead_alone, reroutes, facts,
                                             candidates, problem)
            VALUES (#{orderNo}, #{attempt}, #{shardKey}, #{productCode}, #{principalFen}, #{businessDate}, #{route},
                    #{routeVersion,jdbcType=INTEGER}, #{ruleName}, #{outcome}, #{schemeCode}, #{leadAlone}, #{reroutes}, #{facts},
                    #{candidates}, #{problem})""")
    int insert(DecisionRow row);

    @Update(
            """
            UPDATE fund_route_decision
            SET business_date = #{businessDate}, route = #{route}, route_version = #{routeVersion,jdbcType=INTEGER},
                rule_name = #{ruleName}, outcome = #{outcome}, scheme_code = #{schemeCode}, lead_alone = #{leadAlone},
                reroutes = #{reroutes}, facts = #{facts}, candidates = #{candidates}, problem = #{problem}
            WHERE order_no = #{orderNo} AND attempt = #{attempt} AND outcome = 'PARKED'""")
    int replaceParked(DecisionRow row);

    @Select(
            """
            SELECT order_no, attempt, shard_key, product_code, principal_fen, business_date, route, route_version, rule_name,
                   outcome, scheme_code, lead_alone, reroutes, facts, candidates, problem
            FROM fund_route_decision
            WHERE order_no = #{orderNo} AND attempt = #{attempt}""")
    @Nullable
    DecisionRow find(@Param("orderNo") String orderNo, @Param("attempt") int attempt);

    @Select(
            """
            SELECT order_no, attempt, shard_key, product_code, principal_fen, business_date, route, route_version, rule_name,
                   outcome, scheme_code, lead_alone, reroutes, facts, candidates, problem
            FROM fund_route_decision
            WHERE order_no = #{orderNo}
            ORDER BY attempt
            LIMIT 100""")
    List<DecisionRow> ofOrder(@Param("orderNo") String orderNo);

    @Select(
            """
            SELECT order_no, attempt, shard_key, product_code, principal_fen, business_date, route, route_version, rule_name,
                   outcome, scheme_code, lead_alone, reroutes, facts, candidates, problem
            FROM fund_route_decision_archive
            WHERE order_no = #{orderNo}
            ORDER BY attempt
            LIMIT 100""")
    List<DecisionRow> archivedOfOrder(@Param("orderNo") String orderNo);
}
