package io.jointlending.channel.agent;

import io.jointlending.api.channel.AgentView;
import io.jointlending.api.channel.CustomerAssignmentView;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.channel.store.Mappers;
import io.jointlending.support.error.Refusal;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** Customer managers and whose customers are whose. */
public final class Agents {
    private final AgentMapper mapper;

    /** On the tables {@code agent} and {@code customer_assignment}. */
    public Agents(SqlSession session) {
        this.mapper = Mappers.of(session, AgentMapper.class);
    }

    Optional<AgentView> find(String agentNo) {
        return Optional.ofNullable(mapper.find(agentNo));
    }

    Optional<AgentView> findByLogin(String loginName) {
        return Optional.ofNullable(mapper.findByLogin(loginName));
    }

    /** A0626 when there is none. */
    AgentView require(String agentNo) {
        return find(agentNo).orElseThrow(Agents::unknown);
    }

    List<AgentView> page(@Nullable String channelCode, @Nullable String afterAgentNo, int limit) {
        return mapper.list(channelCode, afterAgentNo, limit);
    }

    /** Held until the transaction ends, so that customers are counted and given one after the other. A0626. */
    AgentView lock(String agentNo) {
        return Optional.ofNullable(mapper.lock(agentNo)).orElseThrow(Agents::unknown);
    }

    void add(AgentView agent) {
        mapper.insert(agent);
    }

    /** False when it is in this state. */
    boolean changeStatus(String agentNo, String status) {
        return mapper.changeStatus(agentNo, status) == 1;
    }

    Optional<CustomerAssignmentView> assignment(String borrowerNo) {
        return Optional.ofNullable(mapper.findAssignment(borrowerNo));
    }

    /** The first assignment of a customer; fails as a duplicate when somebody was faster. */
    void assign(CustomerAssignmentView assignment) {
        mapper.insertAssignment(assignment);
    }

    /** False when somebody was faster. */
    boolean reassign(CustomerAssignmentView after) {
        return mapper.moveAssignment(after) == 1;
    }

    long customerCount(String agentNo) {
        return mapper.countCustomers(agentNo);
    }

    List<String> customers(String agentNo) {
        return mapper.customers(agentNo, CustomerAssignmentView.MOST);
    }

    private static Refusal unknown() {
        return new Refusal(ErrorCodes.AGENT_NOT_FOUND, "agentNo");
    }
}
