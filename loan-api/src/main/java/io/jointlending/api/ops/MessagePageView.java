package io.jointlending.api.ops;

import java.io.Serializable;
import java.util.List;

/**
 * Messages that were found.
 *
 * @param messages by id
 * @param more true when there are more after the last one
 */
public record MessagePageView(List<MessageView> messages, Boolean more) implements Serializable {}
