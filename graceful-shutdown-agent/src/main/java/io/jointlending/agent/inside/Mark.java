package io.jointlending.agent.inside;

import java.util.Set;

/** What callers of the dubbo protocol are told over their connections, without waiting for the registry (3.2 and later). */
enum Mark {
    /** They choose this instance no more. */
    READ_ONLY("readonly"),
    /** They may choose it again. */
    WRITEABLE("writeable");

    private final String method;

    Mark(String method) {
        this.method = method;
    }

    void send(Census census, Set<String> errors) {
        for (DubboApplication application : census.applications) {
            try {
                application.within(() -> {
                    for (Object sender : application.gracefulShutdowns()) {
                        Mirror.optional(sender, method);
                    }
                    return application;
                });
            } catch (Mirror.Failure e) {
                errors.add("send " + method + ": " + e.getMessage());
            }
        }
    }
}
