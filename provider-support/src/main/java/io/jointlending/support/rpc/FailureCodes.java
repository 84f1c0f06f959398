package io.jointlending.support.rpc;

import io.jointlending.api.RpcResult;
import io.jointlending.api.error.ErrorCode;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.tx.DatabaseFailure;
import org.apache.dubbo.rpc.RpcException;

/** The table from failure to answer. */
final class FailureCodes {
    private FailureCodes() {}

    /** The answer for what a contract method threw. */
    static RpcResult<Object> answer(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            return RpcResult.refused(refusal.code(), String.valueOf(refusal.getMessage()), refusal.field());
        }
        ErrorCode code = codeOf(failure);
        return RpcResult.refused(code, code.meaning(), null);
    }

    private static ErrorCode codeOf(Throwable failure) {
        if (failure instanceof RpcException) {
            return ErrorCodes.PROVIDER_UNAVAILABLE;
        }
        return switch (DatabaseFailure.of(failure)) {
            case UNREACHABLE -> ErrorCodes.DATABASE_UNAVAILABLE;
            case DEADLOCK, LOCK_WAIT -> ErrorCodes.BUSY; // rolled back
            case COMMIT_UNKNOWN, DUPLICATE, CHECK, NONE -> ErrorCodes.INTERNAL_ERROR;
        };
    }
}
