package io.jointlending.api.ops;

import java.io.Serializable;
import java.time.LocalDateTime;

/**
 * What an operator did with a message.
 *
 * @param operator who
 * @param action REPLAY or GIVE_UP
 * @param note why
 * @param outcome what came of it
 * @param at UTC
 */
public record MessageActionView(String operator, String action, String note, String outcome, LocalDateTime at)
        implements Serializable {}
