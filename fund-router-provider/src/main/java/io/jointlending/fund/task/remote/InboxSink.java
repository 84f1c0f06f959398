package io.jointlending.fund.task.remote;

import io.jointlending.fund.exchange.callback.CallbackSink;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.task.application.ReceiveCallback;
import java.util.Optional;

/** The inbox behind the door for callbacks. */
public final class InboxSink implements CallbackSink {
    private final ReceiveCallback receive;

    /** This inbox. */
    public InboxSink(ReceiveCallback receive) {
        this.receive = receive;
    }

    @Override
    public Optional<Acks> acks(String channel, String event) {
        return receive.acks(channel, event).map(acks -> new Acks(acks.ok(), acks.fail()));
    }

    @Override
    public Verdict accept(String channel, String event, Tree body, String sha256) {
        return receive.run(channel, event, body) ? Verdict.ACK : Verdict.NACK;
    }
}
