package io.jointlending.support.instance;

import io.jointlending.api.RpcResult;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.ops.InstanceActView;
import io.jointlending.api.ops.InstanceOfflineRequest;
import io.jointlending.api.ops.InstanceOnlineRequest;
import io.jointlending.api.ops.InstanceService;
import io.jointlending.support.error.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the wish to the agent of this JVM. The call itself comes over Dubbo, and the agent waits until no call runs: so it answers
 * when the guard has agreed, and the rest happens on a thread of its own, whose end is told by the {@link InstanceNode}.
 */
public final class InstanceRpc implements InstanceService {
    private static final Logger LOG = LoggerFactory.getLogger(InstanceRpc.class);
    /** The agent itself waits up to 8 s for newcomers and 6 s for quiet. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final Duration GUARD_LIMIT = Duration.ofSeconds(5);

    private final String instance;
    private final Optional<AgentDoor> door;
    private final InstanceNode node;
    private final Clock clock;
    private final AtomicBoolean busy = new AtomicBoolean();

    /**
     * The service of this process.
     *
     * @param instance host, port and process id
     */
    public InstanceRpc(String instance, Optional<AgentDoor> door, InstanceNode node, Clock clock) {
        this.instance = instance;
        this.door = door;
        this.node = node;
        this.clock = clock;
    }

    @Override
    public RpcResult<InstanceActView> offline(InstanceOfflineRequest request) {
        AgentDoor agent = require(request.instance());
        InstanceActView act = begun("OFFLINE", request.operator(), request.reason(), request.force());
        return begin(
                act,
                () -> {
                    if (!request.force()) {
                        guard(agent.ask(GUARD_LIMIT));
                    }
                },
                () -> agent.offline(LIMIT, request.force(), request.operator()));
    }

    @Override
    public RpcResult<InstanceActView> online(InstanceOnlineRequest request) {
        AgentDoor agent = require(request.instance());
        InstanceActView act = begun("ONLINE", request.operator(), request.reason(), false);
        return begin(act, () -> {}, () -> agent.online(LIMIT, request.operator()));
    }

    private AgentDoor require(String asked) {
        if (!asked.equals(instance)) {
            throw new Refusal(ErrorCodes.INSTANCE_NOT_FOUND, "This process is " + instance + ".", "instance");
        }
        return door.orElseThrow(() -> new Refusal(
                ErrorCodes.INSTANCE_AGENT,
                "The process was started without the agent, or without its HTTP door (http=0).",
                "instance"));
    }

    private static void guard(AgentDoor.Answer answer) {
        if (answer.exitCode() == AgentDoor.Answer.REFUSED) {
            throw new Refusal(ErrorCodes.INSTANCE_GUARDED, answer.words(), "force");
        }
        if (answer.exitCode() != AgentDoor.Answer.DONE) {
            throw new Refusal(ErrorCodes.INSTANCE_AGENT, "The agent says: " + answer.words(), null);
        }
    }

    private RpcResult<InstanceActView> begin(InstanceActView act, Runnable check, Supplier<AgentDoor.Answer> command) {
        if (!busy.compareAndSet(false, true)) {
            throw new Refusal(ErrorCodes.INSTANCE_BUSY, null);
        }
        boolean started = false;
        try {
            check.run();
            node.tell(act);
            LOG.info("{} of {} by {}: {}", act.command(), instance, act.operator(), act.reason());
            Thread thread = new Thread(() -> finish(act, command), "instance-act");
            thread.setDaemon(true);
            thread.start();
            started = true;
            return RpcResult.ok(act);
        } finally {
            if (!started) {
                busy.set(false);
            }
        }
    }

    private void finish(InstanceActView act, Supplier<AgentDoor.Answer> command) {
        Integer exitCode = null;
        String message;
        try {
            AgentDoor.Answer answer = command.get();
            exitCode = answer.exitCode();
            message = answer.words();
        } catch (Refusal e) {
            message = e.getMessage();
        } finally {
            busy.set(false);
        }
        LOG.info("{} of {} ended: {} {}", act.command(), instance, exitCode, message);
        node.tell(new InstanceActView(
                act.command(), act.operator(), act.reason(), act.force(), act.begunAt(), false, exitCode, message));
    }

    private InstanceActView begun(String command, String operator, String reason, boolean force) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new InstanceActView(command, operator, reason, force, now, true, null, null);
    }
}
