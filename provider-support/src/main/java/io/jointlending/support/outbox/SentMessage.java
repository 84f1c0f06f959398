package io.jointlending.support.outbox;

/** A message that the broker took. */
record SentMessage(long id, String brokerMessageId) {}
