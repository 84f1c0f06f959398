package io.jointlending.channel.agent;

import io.jointlending.api.channel.AgentView;
import io.jointlending.api.channel.RegisterAgentRequest;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.channel.acquisition.AcquisitionChannels;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.channel.iam.Users;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;
import org.springframework.dao.DuplicateKeyException;

/** Adds a customer manager, with its audit row, in one transaction. Refuses with A0528, A0608 and A0623. */
final class RegisterAgent {
    private static final long FIRST_VERSION = 1;

    private final IdempotentCommands commands;
    private final Agents agents;
    private final AcquisitionChannels channels;
    private final Users users;
    private final AuditLog audit;

    RegisterAgent(
            IdempotentCommands commands, Agents agents, AcquisitionChannels channels, Users users, AuditLog audit) {
        this.commands = commands;
        this.agents = agents;
        this.channels = channels;
        this.users = users;
        this.audit = audit;
    }

    AgentView run(CommandKey key, RegisterAgentRequest request) {
        return commands.execute(key, request, AgentView.class, () -> add(request));
    }

    private AgentView add(RegisterAgentRequest request) {
        channels.require(request.channelCode());
        if (!users.exists(request.loginName())) {
            throw new Refusal(ErrorCodes.USER_NOT_FOUND, "loginName");
        }
        AgentView wanted = new AgentView(
                request.agentNo(), request.channelCode(), request.loginName(), AgentView.ENABLED, FIRST_VERSION);
        try {
            agents.add(wanted);
        } catch (DuplicateKeyException taken) {
            boolean number = agents.find(request.agentNo()).isPresent();
            throw new Refusal(
                    ErrorCodes.ALREADY_EXISTS,
                    number
                            ? "Customer manager " + request.agentNo() + " exists."
                            : "User " + request.loginName() + " is a customer manager already.",
                    number ? "agentNo" : "loginName");
        }
        audit.add(
                new AuditLog.Change("registerAgent", request.requestNo(), request.operator()),
                AuditLog.AGENT,
                wanted.agentNo(),
                null,
                wanted);
        return wanted;
    }
}
