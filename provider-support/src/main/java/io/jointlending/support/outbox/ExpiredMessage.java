package io.jointlending.support.outbox;

import io.jointlending.support.json.Json;

/**
 * A message that was not sent in time and will not be.
 *
 * @param json its body
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ExpiredMessage(String type, String key, byte[] json) {
    /** The body. */
    public <T> T body(Class<T> bodyType) {
        return Json.read(json, bodyType);
    }
}
