package io.jointlending.api.message;

import java.io.Serializable;

/**
 * What became of an approved change in the provider that owns it.
 *
 * @param commandNo number of the proposal
 * @param code 00000, or the code it was refused with
 * @param result JSON of the answer, or the message of the refusal
 */
public record ApprovalExecuted(Long commandNo, String code, String result) implements Serializable {}
