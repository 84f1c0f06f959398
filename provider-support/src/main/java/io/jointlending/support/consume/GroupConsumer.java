package io.jointlending.support.consume;

import io.jointlending.api.runtime.TraceParent;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyContext;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyStatus;
import org.apache.rocketmq.client.consumer.listener.MessageListenerConcurrently;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.message.MessageExt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The RocketMQ consumer of one group. A closed one cannot be started again: make a new one. */
final class GroupConsumer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupConsumer.class);
    private static final long STOP_MILLIS = TimeUnit.SECONDS.toMillis(15);
    private static final int BROKER_LIMIT = 1_000_000; // the inbox gives up earlier, and into a table
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,96}");

    private final String group;
    private final Map<String, Subscription<?>> subscriptions = new TreeMap<>();
    private final Inbox inbox;
    private final MeterRegistry meters;
    private final DefaultMQPushConsumer consumer;

    GroupConsumer(
            String group,
            List<Subscription<?>> subscriptions,
            RocketMqClient client,
            Inbox inbox,
            MeterRegistry meters,
            int threads) {
        this.group = group;
        this.inbox = inbox;
        this.meters = meters;
        for (Subscription<?> each : subscriptions) {
            if (this.subscriptions.put(each.topic() + ':' + each.type(), each) != null) {
                throw new IllegalStateException(
                        "two subscriptions of group " + group + " to " + each.topic() + ':' + each.type());
            }
        }
        this.consumer = client.consumer(group);
        consumer.setConsumeFromWhere(ConsumeFromWhere.CONSUME_FROM_FIRST_OFFSET);
        consumer.setConsumeThreadMin(threads);
        consumer.setConsumeThreadMax(threads);
        consumer.setConsumeMessageBatchMaxSize(1);
        consumer.setMaxReconsumeTimes(BROKER_LIMIT);
        consumer.setAwaitTerminationMillisWhenShutdown(STOP_MILLIS);
        consumer.setMessageListener((MessageListenerConcurrently) this::consume);
    }

    void start() {
        Map<String, TreeSet<String>> tags = subscriptions.values().stream()
                .collect(Collectors.groupingBy(
                        Subscription::topic,
                        TreeMap::new,
                        Collectors.mapping(Subscription::type, Collectors.toCollection(TreeSet::new))));
        try {
            for (Map.Entry<String, TreeSet<String>> topic : tags.entrySet()) {
                consumer.subscribe(topic.getKey(), String.join(" || ", topic.getValue()));
            }
            consumer.start();
        } catch (MQClientException e) {
            throw new IllegalStateException("consumer group " + group + " cannot start: " + e.getErrorMessage(), e);
        }
        LOG.info("consuming group={} types={}", group, subscriptions.keySet());
    }

    @Override
    public void close() {
        consumer.shutdown();
    }

    private ConsumeConcurrentlyStatus consume(List<MessageExt> messages, ConsumeConcurrentlyContext context) {
        for (MessageExt message : messages) { // always one: a batch is acknowledged as a whole
            Verdict verdict = receive(message);
            meters.counter(
                            "jl.messages.consumed",
                            "group",
                            group,
                            "result",
                            verdict.name().toLowerCase(Locale.ROOT))
                    .increment();
            if (!verdict.acknowledged()) {
                context.setDelayLevelWhenNextConsume(RedeliveryDelay.level(verdict, message.getReconsumeTimes()));
                return ConsumeConcurrentlyStatus.RECONSUME_LATER;
            }
        }
        return ConsumeConcurrentlyStatus.CONSUME_SUCCESS;
    }

    private Verdict receive(MessageExt message) {
        Subscription<?> subscription = subscriptions.get(message.getTopic() + ':' + message.getTags());
        if (subscription == null) {
            LOG.warn("group={} got {}:{} that it did not ask for", group, message.getTopic(), message.getTags());
            return Verdict.DUPLICATE;
        }
        return inbox.receive(
                subscription,
                new ReceivedMessage(
                        message.getTopic(),
                        message.getTags(),
                        key(message),
                        message.getBody(),
                        message.getUserProperty(TraceParent.HEADER),
                        message.getReconsumeTimes()));
    }

    // Whoever sends by hand may forget the key; the broker's id is then the next best.
    private static String key(MessageExt message) {
        String key = message.getKeys();
        return key != null && KEY.matcher(key).matches() ? key : "msgid-" + message.getMsgId();
    }
}
