package io.jointlending.devstack;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyStatus;
import org.apache.rocketmq.client.consumer.listener.MessageListenerConcurrently;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.SendResult;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.message.Message;

/** A producer and consumers of one stack, with the short intervals that tests need. */
final class Messages implements AutoCloseable {
    private final String nameServer;
    private final DefaultMQProducer producer;
    private final List<DefaultMQPushConsumer> consumers = new ArrayList<>();

    Messages(DevStackProcess stack) throws MQClientException {
        nameServer = stack.property("rocketmq.namesrv");
        producer = new DefaultMQProducer("it-producer-" + UUID.randomUUID());
        producer.setNamesrvAddr(nameServer);
        producer.setVipChannelEnabled(false);
        producer.setPollNameServerInterval(1_000);
        producer.start();
    }

    SendResult send(String topic, String body) throws Exception {
        return producer.send(new Message(topic, "it", body.getBytes(StandardCharsets.UTF_8)));
    }

    /** Bodies seen by a new group from the beginning of the topic; every message is answered with the status. */
    List<String> consume(String topic, String group, ConsumeConcurrentlyStatus status) throws MQClientException {
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        DefaultMQPushConsumer consumer = new DefaultMQPushConsumer(group);
        consumer.setNamesrvAddr(nameServer);
        consumer.setInstanceName(UUID.randomUUID().toString());
        consumer.setVipChannelEnabled(false);
        consumer.setConsumeFromWhere(ConsumeFromWhere.CONSUME_FROM_FIRST_OFFSET);
        consumer.setHeartbeatBrokerInterval(1_000);
        consumer.setPollNameServerInterval(1_000);
        consumer.setMaxReconsumeTimes(1);
        consumer.subscribe(topic, "*");
        consumer.registerMessageListener((MessageListenerConcurrently) (messages, context) -> {
            messages.forEach(message -> seen.add(new String(message.getBody(), StandardCharsets.UTF_8)));
            return status;
        });
        consumer.start();
        consumers.add(consumer);
        return seen;
    }

    static void awaitCount(List<String> seen, String body, int times, Duration limit) throws Exception {
        Clients.await(
                times + " times " + body + ", seen: " + seen,
                limit,
                () -> List.copyOf(seen).stream().filter(body::equals).count() >= times);
    }

    @Override
    public void close() {
        consumers.forEach(DefaultMQPushConsumer::shutdown);
        producer.shutdown();
    }
}
