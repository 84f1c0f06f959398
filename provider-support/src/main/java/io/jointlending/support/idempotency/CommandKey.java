package io.jointlending.support.idempotency;

import io.jointlending.support.rpc.CallContext;

/**
 * What makes a command the same command.
 *
 * @param caller Dubbo application name of the caller
 * @param operation such as {@code LoanService.submit}
 * @param requestNo number given by the caller
 */
public record CommandKey(String caller, String operation, String requestNo) {
    /** A key of the current caller. */
    public static CommandKey of(String operation, String requestNo) {
        return new CommandKey(CallContext.caller(), operation, requestNo);
    }
}
