package io.jointlending.system.client;

import io.jointlending.api.channel.ChannelCommandService;
import io.jointlending.api.channel.ChannelQueryService;
import io.jointlending.api.fund.FundingService;
import io.jointlending.api.loan.BorrowerService;
import io.jointlending.api.loan.LoanService;
import io.jointlending.api.loan.PaymentCallbackService;
import io.jointlending.api.loan.SandboxPaymentService;
import io.jointlending.api.ops.DevelopmentService;
import io.jointlending.api.ops.JobAdminService;
import io.jointlending.api.ops.OpsService;
import io.jointlending.api.reconciliation.ReconciliationService;
import io.jointlending.api.repayment.CollectionService;
import io.jointlending.api.repayment.RepaymentService;
import io.jointlending.api.repayment.SandboxCollectionService;
import io.jointlending.api.report.ReportService;
import java.util.List;

/** The contracts of a platform as one consumer sees them. */
public record Services(DubboConsumer consumer) implements AutoCloseable {
    /** Application names of the providers. */
    public static final List<String> PROVIDERS =
            List.of("loan-provider", "fund-router-provider", "repayment-provider", "channel-admin-provider");

    /** Borrowers and credit lines. */
    public BorrowerService borrowers() {
        return consumer.service(BorrowerService.class);
    }

    /** Master orders and plans. */
    public LoanService loans() {
        return consumer.service(LoanService.class);
    }

    /** Results of the payment system. */
    public PaymentCallbackService payments() {
        return consumer.service(PaymentCallbackService.class);
    }

    /** Sub-orders. */
    public FundingService funding() {
        return consumer.service(FundingService.class);
    }

    /** Repayments and ledgers. */
    public RepaymentService repayments() {
        return consumer.service(RepaymentService.class);
    }

    /** Products and schemes. */
    public ChannelQueryService channels() {
        return consumer.service(ChannelQueryService.class);
    }

    /** Changes of products and schemes. */
    public ChannelCommandService channelCommands() {
        return consumer.service(ChannelCommandService.class);
    }

    /** Answers of the sandbox payment system. */
    public SandboxPaymentService sandboxPayments() {
        return consumer.service(SandboxPaymentService.class);
    }

    /** What a provider says of itself. */
    public OpsService ops(String provider) {
        return consumer.service(OpsService.class, provider);
    }

    /** Jobs of a provider. */
    public JobAdminService jobs(String provider) {
        return consumer.service(JobAdminService.class, provider);
    }

    /** Closing of dates, and what was booked on them. */
    public ReportService reports() {
        return consumer.service(ReportService.class);
    }

    /** Files of institutions against our book. */
    public ReconciliationService reconciliation() {
        return consumer.service(ReconciliationService.class);
    }

    /** Attempts of the collection run. */
    public CollectionService collections() {
        return consumer.service(CollectionService.class);
    }

    /** Answers of the sandbox that collections are asked of. */
    public SandboxCollectionService sandboxCollections() {
        return consumer.service(SandboxCollectionService.class);
    }

    /** Moves the business date of a provider. */
    public DevelopmentService development(String provider) {
        return consumer.service(DevelopmentService.class, provider);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
