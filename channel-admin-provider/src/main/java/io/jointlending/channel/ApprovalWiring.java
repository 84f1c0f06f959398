package io.jointlending.channel;

import io.jointlending.api.approval.Actions;
import io.jointlending.api.approval.ApprovalService;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.fund.InterveneRequest;
import io.jointlending.api.iam.IamQueryService;
import io.jointlending.api.message.ApprovalExecuted;
import io.jointlending.api.message.MessageTypes;
import io.jointlending.api.reconciliation.CloseDifferenceRequest;
import io.jointlending.api.repayment.WaiveRequest;
import io.jointlending.api.repayment.WriteOffRequest;
import io.jointlending.channel.acquisition.AcquisitionChannels;
import io.jointlending.channel.admin.ChangeInstitutionStatus;
import io.jointlending.channel.admin.ChangeProductStatus;
import io.jointlending.channel.admin.ConfigurationChanges;
import io.jointlending.channel.admin.CreateInstitution;
import io.jointlending.channel.admin.CreateProduct;
import io.jointlending.channel.admin.CreateScheme;
import io.jointlending.channel.admin.FundChannels;
import io.jointlending.channel.admin.Institutions;
import io.jointlending.channel.admin.Products;
import io.jointlending.channel.admin.PutFundChannel;
import io.jointlending.channel.admin.Schemes;
import io.jointlending.channel.approval.ApprovalExpiry;
import io.jointlending.channel.approval.ApprovalRpc;
import io.jointlending.channel.approval.Change;
import io.jointlending.channel.approval.Changes;
import io.jointlending.channel.approval.Commands;
import io.jointlending.channel.approval.Decide;
import io.jointlending.channel.approval.Propose;
import io.jointlending.channel.approval.ReceiveAnswer;
import io.jointlending.channel.approval.RemoteChange;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.channel.iam.ChangeUser;
import io.jointlending.channel.iam.CreateUser;
import io.jointlending.channel.iam.IamQueryRpc;
import io.jointlending.channel.iam.Passwords;
import io.jointlending.channel.iam.ResetPassword;
import io.jointlending.channel.iam.Roles;
import io.jointlending.channel.iam.SaveRole;
import io.jointlending.channel.iam.StoredSessions;
import io.jointlending.channel.iam.UserRules;
import io.jointlending.channel.iam.Users;
import io.jointlending.support.consume.Subscription;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.job.Job;
import io.jointlending.support.outbox.MessageType;
import io.jointlending.support.outbox.Outbox;
import io.jointlending.support.tx.Transactions;
import java.util.ArrayList;
import java.util.List;
import org.apache.dubbo.config.annotation.DubboService;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What one person proposes and another approves. */
@Configuration(proxyBeanMethods = false)
class ApprovalWiring {
    private static final String VERSION = "1.0.0";

    @Bean
    Commands approvalCommands(SqlSession session) {
        return new Commands(session);
    }

    @Bean
    Roles roles(SqlSession session) {
        return new Roles(session);
    }

    @Bean
    UserRules userRules(Users users, Roles roles, AcquisitionChannels channels) {
        return new UserRules(users, roles, channels);
    }

    @Bean
    Changes changes(
            CreateInstitution createInstitution,
            ChangeInstitutionStatus changeInstitutionStatus,
            CreateScheme createScheme,
            CreateProduct createProduct,
            ChangeProductStatus changeProductStatus,
            PutFundChannel putFundChannel,
            Institutions institutions,
            Schemes schemes,
            Products products,
            FundChannels fundChannels,
            List<Change<?>> others) {
        List<Change<?>> all = new ArrayList<>(ConfigurationChanges.all(
                createInstitution,
                changeInstitutionStatus,
                createScheme,
                createProduct,
                changeProductStatus,
                putFundChannel,
                institutions,
                schemes,
                products,
                fundChannels));
        all.addAll(others);
        return new Changes(all);
    }

    @Bean
    Change<?> createUserChange(Users users, UserRules rules, Passwords passwords, AuditLog audit) {
        return new CreateUser(users, rules, passwords, audit);
    }

    @Bean
    Change<?> changeUserChange(Users users, UserRules rules, StoredSessions sessions, AuditLog audit) {
        return new ChangeUser(users, rules, sessions, audit);
    }

    @Bean
    Change<?> resetPasswordChange(
            Users users, UserRules rules, Passwords passwords, StoredSessions sessions, AuditLog audit) {
        return new ResetPassword(users, rules, passwords, sessions, audit);
    }

    @Bean
    Change<?> saveRoleChange(Roles roles, StoredSessions sessions, AuditLog audit) {
        return new SaveRole(roles, sessions, audit);
    }

    @Bean
    Change<?> closeDifferenceChange() {
        return new RemoteChange<>(
                Actions.CLOSE_DIFFERENCE,
                CloseDifferenceRequest.class,
                request -> new Change.Target("DIFFERENCE", request.differenceNo()));
    }

    @Bean
    Change<?> waiveChange() {
        return new RemoteChange<>(
                Actions.WAIVE,
                WaiveRequest.class,
                request -> new Change.Target("LEDGER", request.orderNo()),
                request -> requireVersion(request.ledgerVersion()));
    }

    @Bean
    Change<?> writeOffChange() {
        return new RemoteChange<>(
                Actions.WRITE_OFF,
                WriteOffRequest.class,
                request -> new Change.Target("LEDGER", request.orderNo()),
                request -> requireVersion(request.ledgerVersion()));
    }

    /** The ledger is another provider's, so the proposal itself carries the version that was looked at. */
    private static void requireVersion(@Nullable Long ledgerVersion) {
        if (ledgerVersion == null) {
            throw new Refusal(
                    ErrorCodes.INVALID_REQUEST,
                    "payload must say ledgerVersion, the version of the ledger that was looked at",
                    "payload");
        }
    }

    @Bean
    Change<?> interveneTaskChange() {
        return new RemoteChange<>(
                Actions.INTERVENE_TASK,
                InterveneRequest.class,
                request -> new Change.Target("FUND_TASK", request.taskNo()));
    }

    @Bean
    @DubboService(version = VERSION)
    ApprovalService approvalService(
            IdempotentCommands idempotent,
            Transactions transactions,
            Changes changes,
            Commands commands,
            Outbox outbox,
            AuditLog audit) {
        return new ApprovalRpc(
                new Propose(idempotent, changes, commands, audit),
                new Decide(transactions, changes, commands, outbox, audit),
                commands,
                idempotent);
    }

    @Bean
    MessageType approvalGranted() {
        return MessageType.of(MessageTypes.TOPIC_CHANNEL_ADMIN, MessageTypes.APPROVAL_GRANTED);
    }

    @Bean
    Subscription<ApprovalExecuted> repaymentAnswers(Commands commands, AuditLog audit) {
        return answers(MessageTypes.TOPIC_REPAYMENT, "channel-admin-approvals", new ReceiveAnswer(commands, audit));
    }

    @Bean
    Subscription<ApprovalExecuted> fundRouterAnswers(Commands commands, AuditLog audit) {
        return answers(
                MessageTypes.TOPIC_FUND_ROUTER, "channel-admin-fund-approvals", new ReceiveAnswer(commands, audit));
    }

    private static Subscription<ApprovalExecuted> answers(String topic, String group, ReceiveAnswer receive) {
        return new Subscription<>(
                topic,
                MessageTypes.APPROVAL_EXECUTED,
                group,
                ApprovalExecuted.class,
                (answer, context) -> receive.run(answer));
    }

    @Bean
    Job approvalExpiry(Commands commands, AuditLog audit) {
        return new ApprovalExpiry(commands, audit);
    }

    @Bean
    @DubboService(version = VERSION)
    IamQueryService iamQueryService(Users users, Roles roles, UserRules rules) {
        return new IamQueryRpc(users, roles, rules);
    }
}
