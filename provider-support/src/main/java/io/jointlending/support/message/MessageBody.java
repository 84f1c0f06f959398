package io.jointlending.support.message;

/** The body of a message; a record of its own, so that lists are read without bodies. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record MessageBody(byte[] body) {}
