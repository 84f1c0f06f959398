package io.jointlending.loan.payment.sandbox;

import io.jointlending.loan.sql.Mappers;
import io.jointlending.support.payment.Deduction;
import io.jointlending.support.payment.PaymentAnswer;
import io.jointlending.support.payment.PaymentGateway;
import org.apache.ibatis.session.SqlSession;

/**
 * A payment system that answers as it was told: success, failure, never knowing, no answer, and each of them late. Without
 * a setting it does not know. Its payments are numbered {@code SANDBOX-<orderNo>}.
 */
public final class SandboxPaymentGateway implements PaymentGateway {
    private static final String NUMBER_PREFIX = "SANDBOX-";

    private final SandboxPaymentMapper mapper;

    public SandboxPaymentGateway(SqlSession session) {
        this.mapper = Mappers.of(session, SandboxPaymentMapper.class);
    }

    /**
     * From now on answers so for this order.
     *
     * @param answer SUCCESS, FAILED, UNKNOWN or LOST
     * @param unknownTimes how often it does not know first
     */
    public void set(String orderNo, String answer, int unknownTimes) {
        mapper.set(orderNo, answer, unknownTimes);
    }

    /** This one pays loans out; it takes nothing from borrowers. */
    @Override
    public PaymentAnswer deduct(Deduction deduction) {
        return new PaymentAnswer.Refused(deduction.paymentNo(), "sandbox: pays out only");
    }

    @Override
    public PaymentAnswer query(String orderNo) {
        if (mapper.countDown(orderNo) > 0) {
            return new PaymentAnswer.Unknown("sandbox: not yet");
        }
        SandboxPaymentRow row = mapper.find(orderNo);
        if (row == null || row.answer().equals("UNKNOWN")) {
            return new PaymentAnswer.Unknown("sandbox: unknown");
        }
        if (row.answer().equals("LOST")) {
            return new PaymentAnswer.Unknown("sandbox: no answer");
        }
        String paymentNo = NUMBER_PREFIX + orderNo;
        return row.answer().equals("SUCCESS")
                ? new PaymentAnswer.Done(paymentNo, row.amountFen())
                : new PaymentAnswer.Refused(paymentNo, "sandbox: failed");
    }
}
