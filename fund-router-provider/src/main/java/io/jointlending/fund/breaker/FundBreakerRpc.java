package io.jointlending.fund.breaker;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.fund.BreakerView;
import io.jointlending.api.fund.BreakersQuery;
import io.jointlending.api.fund.BreakersView;
import io.jointlending.api.fund.FundBreakerService;
import io.jointlending.api.fund.SwitchBreakerRequest;
import io.jointlending.fund.audit.FundAudit;
import io.jointlending.fund.definition.application.PublishedDefinitions;
import io.jointlending.fund.flow.domain.FlowDefinition;
import io.jointlending.fund.flow.domain.Step;
import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.fund.guard.Breakers;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The door for operators who hold breakers. */
public final class FundBreakerRpc implements FundBreakerService {
    private static final String SWITCH = "FundBreakerService.switchBreaker";

    private final IdempotentCommands commands;
    private final BreakerSwitches switches;
    private final Breakers breakers;
    private final PublishedDefinitions published;
    private final FundAudit audit;
    private final String instance;

    /**
     * Commands, switches and audit share one data source.
     *
     * @param breakers those of this instance
     * @param instance name of this instance
     */
    public FundBreakerRpc(
            IdempotentCommands commands,
            BreakerSwitches switches,
            Breakers breakers,
            PublishedDefinitions published,
            FundAudit audit,
            String instance) {
        this.commands = commands;
        this.switches = switches;
        this.breakers = breakers;
        this.published = published;
        this.audit = audit;
        this.instance = instance;
    }

    @Override
    public RpcResult<BreakersView> findBreakers(BreakersQuery query) {
        Map<String, BreakerSwitchRow> held = switches.held();
        List<BreakerView> views = new ArrayList<>();
        for (ChannelDefinition channel : published.channels()) {
            String name = channel.channel();
            if (query.channel() == null || query.channel().equals(name)) {
                for (String endpoint : endpoints(name)) {
                    views.add(view(name, endpoint, held.get(BreakerSwitches.key(name, endpoint))));
                }
            }
        }
        return RpcResult.ok(new BreakersView(instance, views));
    }

    @Override
    public RpcResult<BreakerView> switchBreaker(SwitchBreakerRequest request) {
        boolean holds = !request.position().equals(BreakerSwitches.MEASURED);
        if (holds == (request.minutes() == null)) {
            throw new Refusal(
                    ErrorCodes.INVALID_REQUEST,
                    holds ? "minutes must say how long it is held" : "minutes are for OPEN and CLOSED only",
                    "minutes");
        }
        BreakerView view = commands.execute(
                CommandKey.of(SWITCH, request.requestNo()), request, BreakerView.class, () -> switched(request));
        breakers.hold(switches.now());
        return RpcResult.ok(view);
    }

    private BreakerView switched(SwitchBreakerRequest request) {
        String channel = request.channel();
        String endpoint = request.endpoint();
        if (!endpoints(channel).contains(endpoint)) {
            throw new Refusal(
                    ErrorCodes.DEFINITION_NOT_FOUND,
                    "no active flow of channel " + channel + " calls " + endpoint,
                    "endpoint");
        }
        switches.put(request);
        Integer minutes = request.minutes();
        String what = request.position() + (minutes == null ? "" : " for " + minutes + " min");
        audit.add(new FundAudit.Act(
                request.requestNo(),
                request.operator(),
                null,
                "BREAKER",
                channel,
                endpoint + " " + what + ": " + request.reason()));
        BreakerSwitchRow held = switches.held().get(BreakerSwitches.key(channel, endpoint));
        return view(channel, endpoint, held);
    }

    @Override
    public RpcResult<BreakerView> querySwitchBreakerByRequestNo(RequestNoQuery query) {
        return RpcResult.ok(commands.findAnswer(CommandKey.of(SWITCH, query.requestNo()), BreakerView.class));
    }

    /** What the active flows of a channel call. */
    private Set<String> endpoints(String channel) {
        Set<String> endpoints = new TreeSet<>();
        for (FlowDefinition flow : published.activeFlows(channel)) {
            for (Step step : flow.steps().values()) {
                if (step instanceof Step.Call call) {
                    endpoints.add(call.endpoint().toString());
                }
            }
        }
        return endpoints;
    }

    private BreakerView view(String channel, String endpoint, @Nullable BreakerSwitchRow held) {
        if (held == null) {
            String state = breakers.measuredOpen(channel, endpoint) ? "OPEN" : "CLOSED";
            return new BreakerView(channel, endpoint, state, BreakerSwitches.MEASURED, null, null, null);
        }
        String position = held.position();
        return new BreakerView(channel, endpoint, position, position, held.untilAt(), held.operator(), held.reason());
    }
}
