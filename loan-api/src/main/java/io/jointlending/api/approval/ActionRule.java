package io.jointlending.api.approval;

import java.io.Serializable;

/**
 * One action that needs two persons.
 *
 * @param action such as {@code channel.createScheme}
 * @param payloadType simple name of the record that the payload is read as
 * @param makePermission what the person needs who proposes it
 * @param approvePermission what the other person needs
 * @param application provider that carries it out
 */
public record ActionRule(
        String action, String payloadType, String makePermission, String approvePermission, String application)
        implements Serializable {}
