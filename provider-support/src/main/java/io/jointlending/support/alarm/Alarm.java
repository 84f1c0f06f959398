package io.jointlending.support.alarm;

/**
 * What a person must be told.
 *
 * @param code what happened, such as DEAD_LETTER; at most 32 capital letters and underscores
 * @param subject what it happened to, at most 191 visible ASCII characters: there is one alarm per code and subject
 * @param detail for a person, without personal data
 */
public record Alarm(String code, String subject, String detail) {}
