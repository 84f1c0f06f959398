package io.jointlending.fund.task.rpc;

import io.jointlending.api.RpcResult;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.fund.FundCallbackRequest;
import io.jointlending.api.fund.FundCallbackService;
import io.jointlending.api.fund.FundCallbackView;
import io.jointlending.fund.exchange.callback.CallbackDoor;
import io.jointlending.support.error.Refusal;
import java.util.Base64;

/** The door for callbacks that a gateway took. */
public final class FundCallbackRpc implements FundCallbackService {
    private final CallbackDoor door;

    /** The same one that the HTTP listener uses. */
    public FundCallbackRpc(CallbackDoor door) {
        this.door = door;
    }

    @Override
    public RpcResult<FundCallbackView> accept(FundCallbackRequest request) {
        byte[] raw;
        try {
            raw = Base64.getDecoder().decode(request.body());
        } catch (IllegalArgumentException e) {
            throw new Refusal(ErrorCodes.INVALID_REQUEST, "body must be base64", "body");
        }
        CallbackDoor.Answer answer = door.accept(request.channel(), request.event(), request.address(), raw);
        return RpcResult.ok(new FundCallbackView(
                answer.status(), answer.contentType(), Base64.getEncoder().encodeToString(answer.body())));
    }
}
