package io.jointlending.api.fund;

import java.io.Serializable;

/**
 * What the institution is to be answered.
 *
 * @param httpStatus of the answer
 * @param contentType of its body
 * @param body sealed as the channel seals, in base64; may be empty
 */
public record FundCallbackView(Integer httpStatus, String contentType, String body) implements Serializable {}
