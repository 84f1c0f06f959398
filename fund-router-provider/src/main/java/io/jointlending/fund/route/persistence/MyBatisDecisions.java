package io.jointlending.fund.route.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import io.jointlending.fund.route.domain.Candidate;
import io.jointlending.fund.route.domain.Decision;
import io.jointlending.fund.route.domain.Decisions;
import io.jointlending.fund.route.domain.OrderFacts;
import io.jointlending.fund.route.domain.RouteDecision;
import io.jointlending.support.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.ibatis.session.SqlSession;
import org.springframework.dao.DuplicateKeyException;

/** Decisions of the table {@code fund_route_decision}; all those of an archived order can be read. */
public final class MyBatisDecisions implements Decisions {
    private final DecisionMapper mapper;

    /** On the database of this session. */
    public MyBatisDecisions(SqlSession session) {
        this.mapper = Mappers.of(session, DecisionMapper.class);
    }

    @Override
    public boolean add(RouteDecision decision) {
        DecisionRow row = row(decision);
        // Looked at before it is written: a statement that finds nothing to change would wait for the one that inserts.
        if (mapper.find(row.orderNo(), row.attempt()) != null) {
            return mapper.replaceParked(row) == 1;
        }
        try {
            return mapper.insert(row) == 1;
        } catch (DuplicateKeyException somebodyWasFaster) {
            return false;
        }
    }

    @Override
    public Optional<RouteDecision> find(String orderNo, int attempt) {
        return Optional.ofNullable(mapper.find(orderNo, attempt)).map(MyBatisDecisions::decision);
    }

    @Override
    public List<RouteDecision> ofOrder(String orderNo) {
        List<DecisionRow> live = mapper.ofOrder(orderNo);
        return (live.isEmpty() ? mapper.archivedOfOrder(orderNo) : live)
                .stream().map(MyBatisDecisions::decision).toList();
    }

    private static DecisionRow row(RouteDecision decision) {
        return new DecisionRow(
                decision.facts().orderNo(),
                decision.attempt(),
                decision.shardKey(),
                decision.productCode(),
                decision.facts().principalFen(),
                decision.day(),
                decision.route(),
                decision.version(),
                decision.decision().ruleName(),
                decision.outcome().name(),
                decision.schemeCode(),
                decision.leadAlone(),
                decision.reroutes(),
                Json.write(new TreeMap<>(decision.facts().values())),
                Json.write(decision.decision().candidates()),
                decision.decision().problem());
    }

    private static RouteDecision decision(DecisionRow row) {
        return new RouteDecision(
                new OrderFacts(row.orderNo(), row.principalFen(), facts(row.facts())),
                row.attempt(),
                row.shardKey(),
                row.productCode(),
                row.businessDate(),
                row.route(),
                row.routeVersion(),
                RouteDecision.Outcome.valueOf(row.outcome()),
                row.schemeCode(),
                row.leadAlone(),
                row.reroutes(),
                new Decision(row.ruleName(), row.problem(), List.of(Json.read(row.candidates(), Candidate[].class))));
    }

    private static Map<String, Object> facts(String json) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> fact : Json.read(json, JsonNode.class).properties()) {
            JsonNode value = fact.getValue();
            facts.put(fact.getKey(), value.isNumber() ? (Object) value.longValue() : value.asText());
        }
        return facts;
    }
}
