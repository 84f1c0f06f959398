package io.jointlending.repayment.collection.sandbox;

import io.jointlending.support.order.OrderNumbers;
import io.jointlending.support.payment.Deduction;
import io.jointlending.support.payment.PaymentAnswer;
import io.jointlending.support.payment.PaymentGateway;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/**
 * A payment system that answers as it was told, and keeps what it took: success, refusal, an answer that is lost, a request
 * that is lost, never knowing, and each of them late. An order without a setting has no agreement and is refused. Receipts
 * are numbered {@code SANDBOX-<paymentNo>}. Its statements commit one by one: it is another system.
 */
public final class SandboxDeductions implements PaymentGateway {
    private static final String NUMBER_PREFIX = "SANDBOX-";
    private static final PaymentAnswer NO_ANSWER = new PaymentAnswer.Unknown("sandbox: no answer");

    private final SandboxDeductionMapper mapper;

    /** The sandbox in this session's database. */
    public SandboxDeductions(SqlSession session) {
        if (!session.getConfiguration().hasMapper(SandboxDeductionMapper.class)) {
            session.getConfiguration().addMapper(SandboxDeductionMapper.class);
        }
        this.mapper = session.getMapper(SandboxDeductionMapper.class);
    }

    /**
     * From now on answers so for this order.
     *
     * @param answer SUCCESS, REFUSED, LOST, LOST_REQUEST or UNKNOWN
     * @param unknownTimes how often it does not know when it is asked, before it does
     */
    public void set(String orderNo, String answer, int unknownTimes) {
        mapper.set(orderNo, OrderNumbers.geneOf(orderNo), answer, unknownTimes);
    }

    @Override
    public PaymentAnswer deduct(Deduction deduction) {
        @Nullable SandboxSettingRow setting = mapper.setting(deduction.orderNo());
        String answer = setting == null ? "REFUSED" : setting.answer();
        if (answer.equals("LOST_REQUEST") || answer.equals("UNKNOWN")) {
            return NO_ANSWER;
        }
        String outcome = answer.equals("REFUSED") ? "REFUSED" : "TAKEN";
        mapper.keep(deduction, OrderNumbers.geneOf(deduction.orderNo()), outcome);
        boolean late = setting != null && setting.unknownTimes() > 0;
        return late || answer.equals("LOST") ? NO_ANSWER : outcomeOf(deduction.paymentNo());
    }

    @Override
    public PaymentAnswer query(String paymentNo) {
        String orderNo = paymentNo.substring(paymentNo.length() - 22);
        if (mapper.countDown(orderNo) > 0) {
            return new PaymentAnswer.Unknown("sandbox: not yet");
        }
        @Nullable SandboxSettingRow setting = mapper.setting(orderNo);
        if (setting != null && setting.answer().equals("UNKNOWN")) {
            return NO_ANSWER;
        }
        return outcomeOf(paymentNo);
    }

    private PaymentAnswer outcomeOf(String paymentNo) {
        @Nullable SandboxDeductionRow row = mapper.find(paymentNo);
        if (row == null) {
            return new PaymentAnswer.NotFound();
        }
        return row.outcome().equals("TAKEN")
                ? new PaymentAnswer.Done(NUMBER_PREFIX + paymentNo, row.amountFen())
                : new PaymentAnswer.Refused(NUMBER_PREFIX + paymentNo, "sandbox: refused");
    }
}
