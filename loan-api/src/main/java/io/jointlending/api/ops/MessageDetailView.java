package io.jointlending.api.ops;

import java.io.Serializable;
import java.util.List;

/**
 * A message with its body.
 *
 * @param message the rest of it
 * @param body as it is sent or was received, at most 64 kB of it
 * @param actions of operators, oldest first
 */
public record MessageDetailView(MessageView message, String body, List<MessageActionView> actions)
        implements Serializable {}
