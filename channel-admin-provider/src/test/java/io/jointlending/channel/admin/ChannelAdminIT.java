package io.jointlending.channel.admin;

import static io.jointlending.channel.admin.ProductRulesTest.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.channel.ChangeInstitutionStatusRequest;
import io.jointlending.api.channel.ChangeProductStatusRequest;
import io.jointlending.api.channel.CodeQuery;
import io.jointlending.api.channel.CreateInstitutionRequest;
import io.jointlending.api.channel.CreateProductRequest;
import io.jointlending.api.channel.CreateSchemeRequest;
import io.jointlending.api.channel.InstitutionView;
import io.jointlending.api.channel.ListQuery;
import io.jointlending.api.channel.ProductView;
import io.jointlending.api.channel.SchemeView;
import io.jointlending.api.channel.ShareView;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.support.cache.ConfigurationCache;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.outbox.RecordedOutbox;
import io.jointlending.support.remote.Remote;
import io.jointlending.support.schema.SchemaScripts;
import io.jointlending.support.wiring.SchemaFixture;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ChannelAdminIT {
    private static final Path SCRIPTS =
            Path.of(Objects.requireNonNull(System.getProperty("project.root")), "sql", "channel_admin");

    private static final RecordedOutbox PUBLISHED = new RecordedOutbox();

    private static SchemaFixture database;
    private static ChannelCommandRpc commands;
    private static ChannelQueryRpc queries;

    @BeforeAll
    static void open() throws SQLException {
        database = SchemaFixture.create("channel_admin");
        try (Connection connection = database.open()) {
            SchemaScripts.seed(connection, SCRIPTS);
        }
        IdempotentCommands idempotent = IdempotentCommands.stored(database.transactions(), database.session());
        Publication publication = new Publication(
                PUBLISHED.outbox(), ConfigurationCache.local(), new ConfigurationRevision(database.session()));
        Institutions institutions = new Institutions(database.session());
        Schemes schemes = new Schemes(database.session());
        Products products = new Products(database.session());
        AuditLog audit = new AuditLog(database.session());
        commands = new ChannelCommandRpc(
                new CreateInstitution(idempotent, institutions, audit, publication),
                new ChangeInstitutionStatus(idempotent, institutions, audit, publication),
                new CreateScheme(idempotent, institutions, schemes, audit, publication),
                new CreateProduct(idempotent, schemes, products, audit, publication),
                new ChangeProductStatus(idempotent, products, audit, publication),
                idempotent);
        queries = new ChannelQueryRpc(products, schemes, institutions);
    }

    @AfterAll
    static void close() throws SQLException {
        try (Connection connection = database.open()) {
            assertThat(SchemaScripts.verify(connection, SCRIPTS).broken()).isEmpty();
        }
        database.close();
    }

    @Test
    void the_sample_products_are_there_by_product_id() {
        List<ProductView> products =
                data(queries.listProducts(new ListQuery(1, 4))).products();
        assertThat(products).extracting(ProductView::productId).containsExactly(196, 197, 198, 199);
        ProductView first = products.get(0);
        assertThat(first).isEqualTo(data(queries.findProduct(new CodeQuery("LOAN-OWNER-HEXINHOUSE-A"))));
        assertThat(first.annualRate()).isEqualTo(new BigDecimal("0.18"));
        assertThat(first.terms()).containsExactly(3, 6, 12);
        assertThat(first.schemeCodes()).containsExactly("JOINT-70-30", "JOINT-50-30-20", "JOINT-80-20");
        assertThat(data(queries.listProducts(new ListQuery(2, 2))).products())
                .extracting(ProductView::productId)
                .startsWith(198, 199);
    }

    @Test
    void an_institution_is_disabled_and_enabled_again_told_and_audited_and_our_own_company_stays() {
        data(commands.createInstitution(new CreateInstitutionRequest(
                "is-1", new InstitutionView("BANK-STATUS", "Bank", "EXTERNAL", "ENABLED"), "tester")));
        InstitutionView disabled = data(status("is-2", "BANK-STATUS", "DISABLED"));
        assertThat(disabled).isEqualTo(new InstitutionView("BANK-STATUS", "Bank", "EXTERNAL", "DISABLED", 2L));
        assertThat(data(status("is-2", "BANK-STATUS", "DISABLED")))
                .as("repeated")
                .isEqualTo(disabled);
        assertThat(data(queries.findInstitution(new CodeQuery("BANK-STATUS")))).isEqualTo(disabled);
        assertThat(data(status("is-3", "BANK-STATUS", "ENABLED")).version()).isEqualTo(3);
        assertThat(PUBLISHED.keys())
                .contains("configuration-institution-BANK-STATUS-2", "configuration-institution-BANK-STATUS-3");
        assertThat(database.texts("SELECT action FROM audit_log WHERE target_code = 'BANK-STATUS' ORDER BY id"))
                .containsExactly("createInstitution", "changeInstitutionStatus", "changeInstitutionStatus");

        statusRefused("A0539", "status", "is-4", "BANK-STATUS", "ENABLED");
        statusRefused("A0539", "status", "is-5", "SMALL-LOAN", "DISABLED");
        statusRefused("A0527", "institutionCode", "is-6", "NO-BANK", "DISABLED");
    }

    private static RpcResult<InstitutionView> status(String requestNo, String code, String status) {
        return commands.changeInstitutionStatus(new ChangeInstitutionStatusRequest(requestNo, code, status, "tester"));
    }

    private static void statusRefused(String code, String field, String requestNo, String institution, String status) {
        assertThatThrownBy(() -> status(requestNo, institution, status))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code().code()).isEqualTo(code);
                    assertThat(refusal.field()).isEqualTo(field);
                });
    }

    @Test
    void a_scheme_is_read_in_seat_order() {
        SchemeView scheme = data(queries.findScheme(new CodeQuery("JOINT-50-30-20")));
        assertThat(scheme.shares())
                .extracting(share -> share.seat() + share.institutionCode() + share.shareBp())
                .containsExactly("1BANK-A5000", "2BANK-B3000", "3SMALL-LOAN2000");
        assertThat(scheme.shares()).extracting(share -> share.lead()).containsExactly(false, false, true);
    }

    @Test
    void what_is_not_there_has_its_own_code() {
        refused("A0521", () -> queries.findProduct(new CodeQuery("NONE")));
        refused("A0525", () -> queries.findScheme(new CodeQuery("NONE")));
        refused("A0527", () -> queries.findInstitution(new CodeQuery("NONE")));
    }

    @Test
    void the_same_institution_again_is_the_same_answer_and_other_content_is_refused() {
        InstitutionView bank = new InstitutionView("BANK-T1", "Test bank", "EXTERNAL", "ENABLED");
        assertThat(data(commands.createInstitution(new CreateInstitutionRequest("i-1", bank, "tester"))))
                .isEqualTo(bank);
        assertThat(data(commands.createInstitution(new CreateInstitutionRequest("i-2", bank, "tester"))))
                .isEqualTo(bank);
        assertThat(data(commands.queryCreateInstitutionByRequestNo(new RequestNoQuery("i-1"))))
                .isEqualTo(bank);
        refused("A0404", () -> commands.queryCreateInstitutionByRequestNo(new RequestNoQuery("i-none")));
        InstitutionView other = new InstitutionView("BANK-T1", "Other name", "EXTERNAL", "ENABLED");
        refused("A0528", () -> commands.createInstitution(new CreateInstitutionRequest("i-3", other, "tester")));
        refused("A0409", () -> commands.createInstitution(new CreateInstitutionRequest("i-1", other, "tester")));
        assertThat(audits("INSTITUTION", "BANK-T1")).isEqualTo(1);
    }

    @Test
    void a_scheme_is_checked_stored_once_and_audited() {
        SchemeView scheme = named("JOINT-T1", "2 SMALL-LOAN 4000 lead; 1 BANK-A 6000");
        SchemeView stored = data(commands.createScheme(new CreateSchemeRequest("s-1", scheme, "tester")));
        assertThat(stored).isEqualTo(data(queries.findScheme(new CodeQuery("JOINT-T1"))));
        assertThat(data(commands.createScheme(new CreateSchemeRequest("s-2", scheme, "tester"))))
                .isEqualTo(stored);
        refused("A0528", () -> create("s-3", named("JOINT-T1", "1 BANK-A 5000; 2 SMALL-LOAN 5000 lead")));
        refused("A0529", () -> create("s-4", named("JOINT-T2", "1 BANK-A 5000; 2 SMALL-LOAN 4000 lead")));
        refused("A0527", () -> create("s-5", named("JOINT-T2", "1 BANK-Z 6000; 2 SMALL-LOAN 4000 lead")));
        refused("A0525", () -> queries.findScheme(new CodeQuery("JOINT-T2")));
        assertThat(audits("SCHEME", "JOINT-T1")).isEqualTo(1);
        assertThat(audits("SCHEME", "JOINT-T2")).isZero();
    }

    @Test
    void a_bank_may_have_a_rate_of_its_own_that_the_product_can_pay() {
        SchemeView plain = named("JOINT-T3", "1 BANK-A 7000; 2 SMALL-LOAN 3000 lead");
        ShareView bank = plain.shares().get(0);
        SchemeView scheme = new SchemeView(
                "JOINT-T3",
                plain.name(),
                List.of(
                        new ShareView(1, bank.institutionCode(), bank.kind(), 7000, false, new BigDecimal("0.1500")),
                        plain.shares().get(1)));
        SchemeView stored = create("o-1", scheme);
        assertThat(stored.shares().get(0).ownAnnualRate()).isEqualTo(new BigDecimal("0.15"));
        assertThat(create("o-2", scheme)).isEqualTo(stored);
        assertThat(data(queries.findScheme(new CodeQuery("JOINT-T3"))).shares())
                .extracting(ShareView::ownAnnualRate)
                .usingElementComparator(java.util.Comparator.nullsFirst(java.util.Comparator.naturalOrder()))
                .containsExactly(new BigDecimal("0.15"), null);
        refused("A0536", () -> create("o-3", product(100, 200, "0.1", List.of(3), List.of("JOINT-T3"))));
    }

    @Test
    void a_product_is_created_and_its_status_moves_step_by_step() {
        ProductView made = create("p-1", productNamed("LOAN-T1", 901));
        assertThat(made).isEqualTo(data(queries.findProduct(new CodeQuery("LOAN-T1"))));
        assertThat(made.version()).isEqualTo(1);
        assertThat(create("p-2", productNamed("LOAN-T1", 901))).isEqualTo(made);
        refused("A0528", () -> create("p-3", productNamed("LOAN-T1", 902)));
        refused("A0528", () -> create("p-4", productNamed("LOAN-T2", 196)));

        refused("A0530", () -> change("c-1", "OFFLINE"));
        assertThat(change("c-2", "REPAY_ONLY").version()).isEqualTo(2);
        assertThat(change("c-2", "REPAY_ONLY").version()).as("repeated").isEqualTo(2);
        assertThat(change("c-3", "OFFLINE").status()).isEqualTo("OFFLINE");
        refused("A0530", () -> change("c-4", "ON_SALE"));
        refused(
                "A0521",
                () -> commands.changeProductStatus(
                        new ChangeProductStatusRequest("c-5", "LOAN-NONE", "REPAY_ONLY", "tester")));
        assertThat(audits("PRODUCT", "LOAN-T1")).isEqualTo(3);
        assertThat(PUBLISHED.keys())
                .filteredOn(key -> key.contains("LOAN-T1"))
                .as("each version once, whatever was repeated or refused")
                .containsExactly(
                        "configuration-product-LOAN-T1-1",
                        "configuration-product-LOAN-T1-2",
                        "configuration-product-LOAN-T1-3");
        assertThat(database.texts("SELECT before_state FROM audit_log WHERE request_no = 'c-3'")
                        .get(0))
                .contains("\"REPAY_ONLY\"");
    }

    @Test
    void a_product_names_schemes_that_exist() {
        ProductView unknown = product(1, 100, "0.1", List.of(3), List.of("JOINT-70-30", "JOINT-NONE"));
        refused("A0525", () -> create("p-5", unknown));
        refused("A0400", () -> create("p-6", product(101, 100, "0.1", List.of(3), List.of("JOINT-70-30"))));
    }

    @Test
    void many_callers_at_once_store_one_entry_and_one_audit_row() throws Exception {
        InstitutionView bank = new InstitutionView("BANK-T9", "Test bank", "EXTERNAL", "ENABLED");
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<InstitutionView>> calls = IntStream.range(0, 32)
                    .<Callable<InstitutionView>>mapToObj(i -> () -> data(
                            commands.createInstitution(new CreateInstitutionRequest("i-many-" + i, bank, "tester"))))
                    .toList();
            for (Future<InstitutionView> answer : callers.invokeAll(calls)) {
                assertThat(answer.get()).isEqualTo(bank);
            }
        } finally {
            callers.shutdownNow();
        }
        assertThat(audits("INSTITUTION", "BANK-T9")).isEqualTo(1);
    }

    private static ProductView create(String requestNo, ProductView product) {
        return data(commands.createProduct(new CreateProductRequest(requestNo, product, "tester")));
    }

    private static SchemeView create(String requestNo, SchemeView scheme) {
        return data(commands.createScheme(new CreateSchemeRequest(requestNo, scheme, "tester")));
    }

    private static ProductView change(String requestNo, String status) {
        return data(
                commands.changeProductStatus(new ChangeProductStatusRequest(requestNo, "LOAN-T1", status, "tester")));
    }

    private static SchemeView named(String code, String shares) {
        return new SchemeView(code, "Test scheme", shares(shares));
    }

    private static List<ShareView> shares(String shares) {
        return SchemeRulesTest.scheme(shares.replace("SMALL-LOAN", "OWN")).shares().stream()
                .map(share -> share.institutionCode().equals("OWN")
                        ? new ShareView(share.seat(), "SMALL-LOAN", "SELF", share.shareBp(), share.lead(), null)
                        : share)
                .toList();
    }

    private static ProductView productNamed(String code, int productId) {
        ProductView like = product(10_000, 20_000_000, "0.18", List.of(12, 6), List.of("JOINT-80-20", "JOINT-70-30"));
        return new ProductView(
                productId,
                code,
                like.name(),
                like.status(),
                like.method(),
                like.annualRate(),
                like.rounding(),
                like.terms(),
                like.minAmountFen(),
                like.maxAmountFen(),
                like.penaltyDailyRate(),
                like.penaltyGraceDays(),
                like.schemeCodes(),
                null,
                7L);
    }

    private static long audits(String kind, String code) {
        return database.number(
                "SELECT COUNT(*) FROM audit_log WHERE target_kind = '" + kind + "' AND target_code = '" + code + "'");
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .satisfies(refusal -> assertThat(refusal.code().code()).isEqualTo(code));
    }

    private static <T> T data(RpcResult<T> result) {
        return Remote.data(result);
    }
}
