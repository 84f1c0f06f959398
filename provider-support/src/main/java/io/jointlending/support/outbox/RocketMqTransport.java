package io.jointlending.support.outbox;

import io.jointlending.support.consume.RocketMqClient;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.SendCallback;
import org.apache.rocketmq.client.producer.SendResult;
import org.apache.rocketmq.client.producer.SendStatus;
import org.apache.rocketmq.client.producer.selector.SelectMessageQueueByHash;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.remoting.protocol.ResponseCode;

/** Sends by RocketMQ. It does not retry by itself: the table does. */
public final class RocketMqTransport implements MessageTransport {
    private static final int TIMEOUT_MILLIS = 3_000;
    private static final Set<Integer> OWN_FAULT = Set.of(ResponseCode.MESSAGE_ILLEGAL, ResponseCode.NO_PERMISSION);

    private final DefaultMQProducer producer;

    /** A producer of this process. */
    public RocketMqTransport(RocketMqClient client, String application) {
        this.producer = client.producer(application + "-outbox");
        producer.setSendMsgTimeout(TIMEOUT_MILLIS);
        producer.setRetryTimesWhenSendFailed(0);
        producer.setRetryTimesWhenSendAsyncFailed(0);
    }

    @Override
    public void start() {
        try {
            producer.start();
        } catch (MQClientException e) {
            throw new IllegalStateException("the RocketMQ producer cannot start: " + e.getErrorMessage(), e);
        }
    }

    @Override
    public void send(OutgoingMessage message, Consumer<SendOutcome> outcome) {
        Message sent = new Message(message.topic(), message.tag(), message.key(), message.body());
        message.headers().forEach(sent::putUserProperty);
        if (message.delayMillis() > 0) {
            sent.setDelayTimeMs(message.delayMillis());
        }
        Answer answer = new Answer(outcome);
        try {
            if (message.orderKey() == null) {
                producer.send(sent, answer, TIMEOUT_MILLIS);
            } else {
                producer.send(sent, new SelectMessageQueueByHash(), message.orderKey(), answer, TIMEOUT_MILLIS);
            }
        } catch (MQClientException | RemotingException e) {
            answer.onException(e);
        } catch (InterruptedException e) {
            answer.onException(e);
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        producer.shutdown();
    }

    private static SendOutcome outcome(Throwable failure) {
        int code = failure instanceof MQBrokerException broker
                ? broker.getResponseCode()
                : failure instanceof MQClientException client ? client.getResponseCode() : 0;
        String line = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        SendOutcome.Kind kind = OWN_FAULT.contains(code) ? SendOutcome.Kind.REFUSED : SendOutcome.Kind.UNREACHABLE;
        return new SendOutcome(kind, failure.getClass().getSimpleName() + ": " + line);
    }

    private record Answer(Consumer<SendOutcome> outcome) implements SendCallback {
        @Override
        public void onSuccess(SendResult result) {
            boolean durable = result.getSendStatus() == SendStatus.SEND_OK;
            outcome.accept(
                    durable
                            ? new SendOutcome(SendOutcome.Kind.ACCEPTED, result.getMsgId())
                            : new SendOutcome(
                                    SendOutcome.Kind.ACCEPTED_WEAKLY,
                                    result.getSendStatus().name()));
        }

        @Override
        public void onException(Throwable failure) {
            outcome.accept(RocketMqTransport.outcome(failure));
        }
    }
}
