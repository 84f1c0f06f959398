package io.jointlending.channel.agent;

import io.jointlending.api.channel.AgentView;
import io.jointlending.api.channel.AssignCustomerRequest;
import io.jointlending.api.channel.CustomerAssignmentView;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/** Gives a customer to a customer manager, with its audit row, in one transaction. Refuses with A0626, A0627 and A0628. */
final class AssignCustomer {
    private final IdempotentCommands commands;
    private final Agents agents;
    private final AuditLog audit;

    AssignCustomer(IdempotentCommands commands, Agents agents, AuditLog audit) {
        this.commands = commands;
        this.agents = agents;
        this.audit = audit;
    }

    CustomerAssignmentView run(CommandKey key, AssignCustomerRequest request) {
        return commands.execute(key, request, CustomerAssignmentView.class, () -> assign(request));
    }

    private CustomerAssignmentView assign(AssignCustomerRequest request) {
        AgentView agent = agents.lock(request.agentNo());
        if (!agent.status().equals(AgentView.ENABLED)) {
            throw new Refusal(
                    ErrorCodes.AGENT_STATE, "Customer manager " + agent.agentNo() + " is disabled.", "agentNo");
        }
        @Nullable
        CustomerAssignmentView before = agents.assignment(request.borrowerNo()).orElse(null);
        if (before != null && before.agentNo().equals(agent.agentNo())) {
            return before;
        }
        if (agents.customerCount(agent.agentNo()) >= CustomerAssignmentView.MOST) {
            throw new Refusal(ErrorCodes.AGENT_FULL, "agentNo");
        }
        CustomerAssignmentView after = new CustomerAssignmentView(
                request.borrowerNo(), agent.agentNo(), before == null ? 1 : Math.addExact(before.version(), 1));
        store(before, after);
        audit.add(
                new AuditLog.Change("assignCustomer", request.requestNo(), request.operator()),
                AuditLog.CUSTOMER,
                after.borrowerNo(),
                before,
                after);
        return after;
    }

    private void store(@Nullable CustomerAssignmentView before, CustomerAssignmentView after) {
        try {
            if (before == null) {
                agents.assign(after);
                return;
            }
            if (agents.reassign(after)) {
                return;
            }
        } catch (DuplicateKeyException somebodyWasFaster) {
            throw meanwhile(after);
        }
        throw meanwhile(after);
    }

    private static Refusal meanwhile(CustomerAssignmentView after) {
        return new Refusal(
                ErrorCodes.BASE_CHANGED,
                "Customer " + after.borrowerNo() + " was given to somebody at the same time; look and ask again.",
                "borrowerNo");
    }
}
