package io.jointlending.channel.agent;

import io.jointlending.api.channel.AgentView;
import io.jointlending.api.channel.ChangeAgentStatusRequest;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;

/** Enables or disables a customer manager, with its audit row, in one transaction. Refuses with A0626 and A0627. */
final class ChangeAgentStatus {
    private final IdempotentCommands commands;
    private final Agents agents;
    private final AuditLog audit;

    ChangeAgentStatus(IdempotentCommands commands, Agents agents, AuditLog audit) {
        this.commands = commands;
        this.agents = agents;
        this.audit = audit;
    }

    AgentView run(CommandKey key, ChangeAgentStatusRequest request) {
        return commands.execute(key, request, AgentView.class, () -> change(request));
    }

    private AgentView change(ChangeAgentStatusRequest request) {
        AgentView before = agents.lock(request.agentNo());
        if (!agents.changeStatus(request.agentNo(), request.status())) {
            throw new Refusal(
                    ErrorCodes.AGENT_STATE,
                    "Customer manager " + before.agentNo() + " is " + before.status() + " already.",
                    "status");
        }
        AgentView after = agents.require(request.agentNo());
        audit.add(
                new AuditLog.Change("changeAgentStatus", request.requestNo(), request.operator()),
                AuditLog.AGENT,
                after.agentNo(),
                before,
                after);
        return after;
    }
}
