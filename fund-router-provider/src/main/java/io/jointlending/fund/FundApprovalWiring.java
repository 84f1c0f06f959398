package io.jointlending.fund;

import io.jointlending.api.approval.Actions;
import io.jointlending.api.fund.FundTaskService;
import io.jointlending.api.fund.InterveneRequest;
import io.jointlending.api.message.ApprovalGranted;
import io.jointlending.api.message.MessageTypes;
import io.jointlending.support.approval.ApprovedChange;
import io.jointlending.support.approval.CarryOutApproved;
import io.jointlending.support.config.ProviderProperties;
import io.jointlending.support.consume.Subscription;
import io.jointlending.support.outbox.MessageType;
import io.jointlending.support.outbox.Outbox;
import io.jointlending.support.tx.Transactions;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What two persons agreed on in channel-admin-provider and is carried out here. */
@Configuration(proxyBeanMethods = false)
class FundApprovalWiring {
    @Bean
    CarryOutApproved carryOutApproved(
            FundTaskService tasks, ProviderProperties properties, Transactions transactions, Outbox outbox) {
        return new CarryOutApproved(
                properties.application(),
                MessageTypes.TOPIC_FUND_ROUTER,
                List.of(new ApprovedChange<>(Actions.INTERVENE_TASK, InterveneRequest.class, tasks::intervene)),
                transactions,
                outbox);
    }

    @Bean
    Subscription<ApprovalGranted> approvals(CarryOutApproved carryOut) {
        return carryOut.subscription();
    }

    @Bean
    MessageType approvalExecuted() {
        return MessageType.of(MessageTypes.TOPIC_FUND_ROUTER, MessageTypes.APPROVAL_EXECUTED);
    }
}
