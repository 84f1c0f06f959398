package io.jointlending.loan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.OrderQuery;
import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.channel.ChannelQueryService;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.loan.ActivateBorrowerRequest;
import io.jointlending.api.loan.BorrowerQuery;
import io.jointlending.api.loan.BorrowerService;
import io.jointlending.api.loan.BorrowerView;
import io.jointlending.api.loan.IdentityFacts;
import io.jointlending.api.loan.LoanOutRequest;
import io.jointlending.api.loan.LoanOutView;
import io.jointlending.api.loan.LoanService;
import io.jointlending.api.loan.MasterOrderView;
import io.jointlending.api.loan.OrderHistoryView;
import io.jointlending.api.loan.PaymentCallbackService;
import io.jointlending.api.loan.PaymentResultRequest;
import io.jointlending.api.loan.SandboxPaymentRequest;
import io.jointlending.api.loan.SandboxPaymentService;
import io.jointlending.api.loan.StateChangeView;
import io.jointlending.api.loan.SubmitLoanRequest;
import io.jointlending.api.message.MasterOrderSettled;
import io.jointlending.api.message.MessageTypes;
import io.jointlending.devstack.DevStackProcess;
import io.jointlending.loan.database.LoanDatabase;
import io.jointlending.loan.memory.LoanWorld;
import io.jointlending.support.Eventually;
import io.jointlending.support.outbox.MessageType;
import io.jointlending.support.outbox.Outbox;
import io.jointlending.support.outbox.OutboxMessage;
import io.jointlending.support.tx.Transactions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.apache.dubbo.config.ApplicationConfig;
import org.apache.dubbo.config.ReferenceConfig;
import org.apache.dubbo.config.RegistryConfig;
import org.apache.dubbo.config.annotation.DubboService;
import org.apache.dubbo.config.bootstrap.DubboBootstrap;
import org.apache.dubbo.rpc.model.FrameworkModel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The provider as it is wired, called over Dubbo, with its own broker: nobody else's consumer takes its messages. */
class LoanProviderIT {
    private static final long AMOUNT = 100_000;
    private static final Path HOME = Path.of("target", "loan-provider-it").toAbsolutePath();
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static @Nullable DevStackProcess stack;
    private static @Nullable LoanDatabase database;
    private static @Nullable ConfigurableApplicationContext provider;
    private static @Nullable DubboBootstrap caller;
    private static @Nullable String url;
    private static @Nullable String home;

    @BeforeAll
    static void start() throws IOException {
        stack = DevStackProcess.start(
                HOME.resolve("stack"), DevStackProcess.Options.of().asFast().asFresh());
        database = new LoanDatabase(stack);
        // Dubbo and RocketMQ keep files there; only after the stack was found, which looks there for its servers.
        home = System.setProperty("user.home", HOME.toString());
        int port = freePort();
        url = "dubbo://127.0.0.1:" + port;
        provider = new SpringApplicationBuilder(LoanWiring.class, Channels.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "jl.db.url", database.url(),
                        "jl.db.username", database.user(),
                        "jl.db.password", database.password(),
                        "jl.registry.address", "zookeeper://" + stack.property("zookeeper.address"),
                        "jl.redis.address", stack.property("redis.address"),
                        "jl.mq.name-server", stack.property("rocketmq.namesrv"),
                        "jl.home", HOME.toString(),
                        "jl.development", "true"))
                .run(
                        "--jl.dubbo.port=" + port,
                        "--jl.ops.port=0",
                        "--jl.personal-data.key-id=k1",
                        "--jl.personal-data.keys=k1:" + MySqlLoans.KEY,
                        "--jl.personal-data.index-key=" + MySqlLoans.KEY);
        ApplicationConfig application = new ApplicationConfig("loan-provider-it");
        application.setQosEnable(false);
        caller = DubboBootstrap.newInstance(new FrameworkModel())
                .application(application)
                .registry(new RegistryConfig(RegistryConfig.NO_AVAILABLE));
        caller.start();
    }

    @AfterAll
    static void stop() {
        if (home != null) {
            System.setProperty("user.home", home);
        }
        if (caller != null) {
            caller.getApplicationModel().getFrameworkModel().destroy();
        }
        if (provider != null) {
            provider.close();
        }
        if (database != null) {
            database.close();
        }
        FrameworkModel.destroyAll();
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void a_loan_whose_callback_is_lost_goes_from_submission_to_settlement() {
        LoanService loans = service(LoanService.class);
        BorrowerService borrowers = service(BorrowerService.class);
        String orderNo = submit(loans, "S-1", "B-1");
        ActivateBorrowerRequest activation =
                new ActivateBorrowerRequest("unused", "B-1", LoanWorld.person(1), LoanWorld.LIMIT_FEN);
        LoanOutView paidOut = ok(loans.loanOut(new LoanOutRequest("L-1", orderNo, activation)));
        assertThat(ok(loans.queryLoanOutByRequestNo(new RequestNoQuery("L-1")))).isEqualTo(paidOut);
        assertThat(ok(loans.findPlan(new OrderQuery(orderNo)))).isEqualTo(paidOut.plan());

        ok(service(SandboxPaymentService.class).setAnswer(new SandboxPaymentRequest(orderNo, "SUCCESS", 0)));
        Eventually.within(LIMIT, "the lost result is asked for", () -> status(orderNo) == 40);
        assertThat(ok(loans.findActivation(new OrderQuery(orderNo))).principalFen())
                .isEqualTo(AMOUNT);
        Eventually.within(LIMIT, "the fund side is told", () -> sent("activated-" + orderNo));

        settle(orderNo);
        Eventually.within(LIMIT, "the settlement is heard", () -> status(orderNo) == 90);
        assertThat(ok(loans.findOrder(new OrderQuery(orderNo))).status()).isEqualTo(90);
        BorrowerView borrower = ok(borrowers.findBorrower(new BorrowerQuery("B-1")));
        assertThat(borrower.creditUsedFen()).isZero();
        assertThat(borrower.maskedIdNumber()).isEqualTo("110*************01");
        OrderHistoryView history = ok(loans.findOrderHistory(new OrderQuery(orderNo)));
        assertThat(history.changes())
                .extracting(StateChangeView::cause)
                .containsExactly("SUBMIT", "LOAN_OUT", "PAYMENT_QUERY", "SETTLED");
        assertThat(database().brokenRules()).isEmpty();
    }

    @Test
    void a_callback_ends_an_order_and_its_contradiction_is_kept() {
        LoanService loans = service(LoanService.class);
        PaymentCallbackService payments = service(PaymentCallbackService.class);
        ok(service(BorrowerService.class)
                .activate(new ActivateBorrowerRequest("A-2", "B-2", LoanWorld.person(2), LoanWorld.LIMIT_FEN)));
        String orderNo = submit(loans, "S-2", "B-2");
        ok(loans.loanOut(new LoanOutRequest("L-2", orderNo, null)));
        PaymentResultRequest failed = new PaymentResultRequest("C-1", orderNo, "P-1", "FAILED", AMOUNT);
        assertThat(ok(payments.onResult(failed)).status()).isEqualTo(50);
        assertThat(ok(payments.queryOnResultByRequestNo(new RequestNoQuery("C-1"))))
                .isEqualTo(ok(payments.onResult(failed)));
        RpcResult<?> contrary = payments.onResult(new PaymentResultRequest("C-2", orderNo, "P-1", "SUCCESS", AMOUNT));
        assertThat(contrary.code()).isEqualTo(ErrorCodes.PAYMENT_RESULT_CONTRADICTS.code());
        assertThat(contrary.field()).isEqualTo("result");
        assertThat(database().jdbc().queryForObject("SELECT COUNT(*) FROM payment_discrepancy", Long.class))
                .isEqualTo(1);
    }

    @Test
    void a_request_that_breaks_a_rule_is_refused_by_its_field_without_its_value() {
        IdentityFacts wrong = new IdentityFacts("测试", "12345", "10000000003", "622200000003");
        RpcResult<BorrowerView> refused = service(BorrowerService.class)
                .activate(new ActivateBorrowerRequest("A-3", "B-3", wrong, LoanWorld.LIMIT_FEN));
        assertThat(refused.code()).isEqualTo(ErrorCodes.INVALID_REQUEST.code());
        assertThat(refused.field()).isEqualTo("identity.idNumber");
        assertThat(refused.message()).doesNotContain("12345");
        assertThat(service(LoanService.class)
                        .submit(new SubmitLoanRequest("S-3", "B-3", "NOBODY", null, AMOUNT, 3))
                        .code())
                .isEqualTo(ErrorCodes.PRODUCT_NOT_FOUND.code());
    }

    private static String submit(LoanService loans, String requestNo, String borrowerNo) {
        MasterOrderView order =
                ok(loans.submit(new SubmitLoanRequest(requestNo, borrowerNo, "PRODUCT-A", null, AMOUNT, 3)));
        assertThat(ok(loans.querySubmitByRequestNo(new RequestNoQuery(requestNo))))
                .isEqualTo(order);
        assertThat(ok(loans.findOrder(new OrderQuery(order.orderNo())))).isEqualTo(order);
        return order.orderNo();
    }

    /** Sends, through the provider's own outbox, what the repayment side will send. */
    private static void settle(String orderNo) {
        Outbox outbox = provider().getBean(Outbox.class);
        MasterOrderSettled settled = new MasterOrderSettled(orderNo, 3L, AMOUNT, LocalDate.of(2026, 1, 31), null);
        provider()
                .getBean(Transactions.class)
                .inTransaction(() -> outbox.add(new OutboxMessage(
                        MessageTypes.TOPIC_REPAYMENT,
                        MessageTypes.MASTER_ORDER_SETTLED,
                        "settled-" + orderNo + "-3",
                        null,
                        settled)));
    }

    private static boolean sent(String key) {
        Long count = database()
                .jdbc()
                .queryForObject("SELECT COUNT(*) FROM mq_outbox WHERE msg_key = ? AND status = 2", Long.class, key);
        return count != null && count == 1;
    }

    private static int status(String orderNo) {
        Integer status = database()
                .jdbc()
                .queryForObject("SELECT status FROM loan_order WHERE order_no = ?", Integer.class, orderNo);
        return status == null ? 0 : status;
    }

    private static <T> T ok(RpcResult<T> result) {
        return result.orThrow(refused -> new IllegalStateException(refused.toString()));
    }

    private static <T> T service(Class<T> contract) {
        DubboBootstrap bootstrap = caller;
        if (bootstrap == null) {
            throw new IllegalStateException("not started");
        }
        ReferenceConfig<T> reference =
                new ReferenceConfig<>(bootstrap.getApplicationModel().getDefaultModule());
        reference.setInterface(contract);
        reference.setVersion("1.0.0");
        reference.setUrl(url);
        return reference.get();
    }

    private static LoanDatabase database() {
        LoanDatabase made = database;
        if (made == null) {
            throw new IllegalStateException("not started");
        }
        return made;
    }

    private static ConfigurableApplicationContext provider() {
        ConfigurableApplicationContext made = provider;
        if (made == null) {
            throw new IllegalStateException("not started");
        }
        return made;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Exports the stand-in for channel-admin-provider from the same process. */
    @Configuration(proxyBeanMethods = false)
    static class Channels {
        /** What the repayment side declares; here it is sent through the outbox of loan. */
        @Bean
        MessageType masterOrderSettled() {
            return MessageType.of(MessageTypes.TOPIC_REPAYMENT, MessageTypes.MASTER_ORDER_SETTLED);
        }

        @Bean
        @DubboService(version = "1.0.0")
        ChannelQueryService channels() {
            return new OneProduct();
        }
    }
}
