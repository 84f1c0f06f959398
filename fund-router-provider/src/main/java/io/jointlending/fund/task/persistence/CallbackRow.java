package io.jointlending.fund.task.persistence;

import io.jointlending.fund.flow.text.TreeText;
import io.jointlending.fund.task.domain.Callback;

/** A row of {@code fund_callback}. */
record CallbackRow(Long id, String channel, String eventName, String dedupId, String bizNo, String body) {
    Callback callback() {
        return new Callback(id, channel, eventName, dedupId, bizNo, TreeText.read(body));
    }
}
