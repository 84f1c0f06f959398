package io.jointlending.support.consume;

import io.jointlending.support.message.Redelivery;
import java.util.Locale;
import java.util.Optional;

/** Consumes dead letters again, through the same inbox as deliveries. */
public final class InboxRedelivery implements Redelivery {
    private final Consumers consumers;
    private final Inbox inbox;

    /** Redelivery to the subscriptions of this provider. */
    public InboxRedelivery(Consumers consumers, Inbox inbox) {
        this.consumers = consumers;
        this.inbox = inbox;
    }

    @Override
    public Result deliver(String consumerGroup, String topic, String type, String key, byte[] body) {
        Optional<Subscription<?>> subscription = consumers.find(consumerGroup, topic, type);
        if (subscription.isEmpty()) {
            return new Result(false, "nobody of group " + consumerGroup + " consumes " + topic + ":" + type);
        }
        Verdict verdict = inbox.receive(subscription.get(), new ReceivedMessage(topic, type, key, body, null, 0));
        return new Result(
                verdict == Verdict.DONE || verdict == Verdict.DUPLICATE,
                verdict.name().toLowerCase(Locale.ROOT));
    }
}
