package io.jointlending.support.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.RpcResult;
import io.jointlending.api.approval.Actions;
import io.jointlending.api.error.ErrorCode;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.message.ApprovalExecuted;
import io.jointlending.api.message.ApprovalGranted;
import io.jointlending.api.message.MessageTypes;
import io.jointlending.api.reconciliation.CloseDifferenceRequest;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.outbox.RecordedOutbox;
import io.jointlending.support.rpc.CallContext;
import io.jointlending.support.tx.DirectTransactions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CarryOutApprovedTest {
    private static final String PAYLOAD =
            """
            {"requestNo":"approval-7","differenceNo":"3","reason":"ACCEPTED","note":"borne by us","operator":"cleo"}""";

    private final RecordedOutbox outbox = new RecordedOutbox();
    private final List<CloseDifferenceRequest> carriedOut = new ArrayList<>();

    @Test
    void an_approved_change_is_carried_out_once_under_the_name_of_its_maker_and_answered() {
        carryOut(request -> {
                    carriedOut.add(request);
                    assertThat(CallContext.caller()).isEqualTo("approval");
                    return RpcResult.ok(request);
                })
                .run(granted("repayment-provider", Actions.CLOSE_DIFFERENCE));
        assertThat(carriedOut).extracting(CloseDifferenceRequest::operator).containsExactly("cleo");
        assertThat(carriedOut).extracting(CloseDifferenceRequest::requestNo).containsExactly("approval-7");
        assertThat(answers()).singleElement().satisfies(answer -> {
            assertThat(answer.commandNo()).isEqualTo(7);
            assertThat(answer.code()).isEqualTo("00000");
            assertThat(answer.result()).contains("borne by us");
        });
        assertThat(outbox.keys()).containsExactly("approval-7");
    }

    @Test
    void a_refusal_is_an_answer() {
        carryOut(request -> {
                    throw new Refusal(ErrorCodes.DIFFERENCE_CLOSED, "differenceNo");
                })
                .run(granted("repayment-provider", Actions.CLOSE_DIFFERENCE));
        assertThat(answers()).extracting(ApprovalExecuted::code).containsExactly("A0584");
    }

    @Test
    void what_may_succeed_later_is_no_answer_and_comes_again() {
        for (ErrorCode code : List.of(ErrorCodes.BUSY, ErrorCodes.PROCESSING, ErrorCodes.DATABASE_UNAVAILABLE)) {
            CarryOutApproved carryOut = carryOut(request -> {
                throw new Refusal(code, null);
            });
            assertThatThrownBy(() -> carryOut.run(granted("repayment-provider", Actions.CLOSE_DIFFERENCE)))
                    .isInstanceOf(Refusal.class);
        }
        assertThat(answers()).isEmpty();
    }

    @Test
    void an_action_of_another_provider_is_left_alone_and_an_unknown_one_is_answered() {
        CarryOutApproved carryOut = carryOut(RpcResult::ok);
        carryOut.run(granted("fund-router-provider", Actions.CLOSE_DIFFERENCE));
        assertThat(answers()).isEmpty();
        carryOut.run(granted("repayment-provider", "repayment.newer"));
        assertThat(answers()).extracting(ApprovalExecuted::code).containsExactly("A0611");
    }

    private CarryOutApproved carryOut(Function<CloseDifferenceRequest, RpcResult<?>> run) {
        return new CarryOutApproved(
                "repayment-provider",
                MessageTypes.TOPIC_REPAYMENT,
                List.of(new ApprovedChange<>(Actions.CLOSE_DIFFERENCE, CloseDifferenceRequest.class, run)),
                new DirectTransactions(),
                outbox.outbox());
    }

    private List<ApprovalExecuted> answers() {
        return outbox.bodies(MessageTypes.APPROVAL_EXECUTED, ApprovalExecuted.class);
    }

    private static ApprovalGranted granted(String application, String action) {
        return new ApprovalGranted(7L, action, application, PAYLOAD, "cleo", "kim");
    }
}
