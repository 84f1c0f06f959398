package io.jointlending.api.message;

import java.io.Serializable;

/**
 * A change was approved; the provider that owns the action carries it out and answers with {@link ApprovalExecuted}.
 *
 * @param commandNo number of the proposal
 * @param action one of {@link io.jointlending.api.approval.Actions}
 * @param application provider that owns it; the others ignore the message
 * @param payload JSON of the request, with {@code requestNo} and {@code operator}
 * @param maker who proposed it
 * @param checker who approved it
 */
public record ApprovalGranted(
        Long commandNo, String action, String application, String payload, String maker, String checker)
        implements Serializable {}
