package io.jointlending.channel.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.approval.Actions;
import io.jointlending.api.approval.ApprovalView;
import io.jointlending.api.approval.DecideRequest;
import io.jointlending.api.approval.ProposeRequest;
import io.jointlending.api.channel.ChangeInstitutionStatusRequest;
import io.jointlending.api.channel.ChangeProductStatusRequest;
import io.jointlending.api.channel.ChannelCommandService;
import io.jointlending.api.channel.CompareConfigurationQuery;
import io.jointlending.api.channel.ConfigurationComparisonView;
import io.jointlending.api.channel.ConfigurationFileService;
import io.jointlending.api.channel.ConfigurationFileView;
import io.jointlending.api.channel.ConfigurationImportView;
import io.jointlending.api.channel.CreateInstitutionRequest;
import io.jointlending.api.channel.CreateProductRequest;
import io.jointlending.api.channel.CreateSchemeRequest;
import io.jointlending.api.channel.ExportConfigurationQuery;
import io.jointlending.api.channel.FundChannelService;
import io.jointlending.api.channel.FundChannelView;
import io.jointlending.api.channel.ImportConfigurationRequest;
import io.jointlending.api.channel.InstitutionView;
import io.jointlending.api.channel.ProductView;
import io.jointlending.api.channel.PutFundChannelRequest;
import io.jointlending.api.channel.QuotaLimitView;
import io.jointlending.api.channel.SchemeView;
import io.jointlending.api.channel.ShareView;
import io.jointlending.channel.Fixture;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.identity.Caller;
import io.jointlending.support.identity.Person;
import io.jointlending.support.json.Json;
import io.jointlending.support.remote.Remote;
import io.jointlending.support.rpc.CallContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a test platform to production, each with a database of its own. */
class ConfigurationFileIT {
    private static final Person MAKER = person("mia", "channel:configuration:update");
    private static final Person CHECKER = person("carl", "channel:configuration:approve");

    private final Fixture test = Fixture.open();
    private final Fixture production = Fixture.open();

    @BeforeEach
    void change_the_test_platform() {
        ChannelCommandService commands = test.part(ChannelCommandService.class);
        Remote.data(commands.createInstitution(new CreateInstitutionRequest(
                "t-1", new InstitutionView("BANK-NEW", "New bank", "EXTERNAL", "ENABLED"), "tess")));
        Remote.data(commands.createScheme(new CreateSchemeRequest(
                "t-2",
                new SchemeView(
                        "JOINT-NEW",
                        "New bank 60, small-loan company 40",
                        List.of(
                                new ShareView(1, "BANK-NEW", "EXTERNAL", 6000, false, null),
                                new ShareView(2, "SMALL-LOAN", "SELF", 4000, true, null))),
                "tess")));
        Remote.data(commands.createProduct(new CreateProductRequest(
                "t-3", named(ProductRulesTest.product(100, 900, "0.18", List.of(3), List.of("JOINT-NEW"))), "tess")));
        Remote.data(commands.changeProductStatus(
                new ChangeProductStatusRequest("t-4", "LOAN-OWNER-HEXINHOUSE-B", ProductView.REPAY_ONLY, "tess")));
        FundChannelService channels = test.part(FundChannelService.class);
        for (long version = 0; version < 3; version++) {
            Remote.data(channels.putFundChannel(new PutFundChannelRequest(
                    "t-5-" + version,
                    new FundChannelView(
                            "BANK-NEW",
                            version == 2 ? "OPEN" : "PAUSED",
                            List.of("06:00-22:00"),
                            List.of(new QuotaLimitView("DAY", 1_000_000L + version, 9000)),
                            List.of(),
                            List.of("bank-new.example"),
                            version),
                    "tess")));
        }
    }

    @AfterEach
    void close() {
        test.close();
        production.close();
    }

    @Test
    void an_import_makes_two_platforms_equal_and_again_changes_nothing() {
        ConfigurationFileView file = export(test);
        ConfigurationComparisonView before = compare(production, file);
        assertThat(before.differences())
                .extracting(one -> one.change() + " " + one.kind() + " " + one.code() + " " + one.field())
                .containsExactly(
                        "ADD institution BANK-NEW null",
                        "ADD scheme JOINT-NEW null",
                        "CHANGE product LOAN-OWNER-HEXINHOUSE-B status",
                        "ADD product LOAN-TEST-NEW null",
                        "ADD fund-channel BANK-NEW null");
        assertThat(before.problemCode()).isNull();
        assertThat(rows(production)).as("a comparison changes nothing").isEqualTo("0 0 1");

        ConfigurationImportView done = importInto(production, "i-1", file);
        assertThat(done.applied()).isEqualTo(before.differences());
        assertThat(export(production)).isEqualTo(file);
        assertThat(production
                        .database()
                        .texts("SELECT CONCAT(action, ' ', target_code, ' ', operator, ' ', request_no) FROM audit_log"
                                + " ORDER BY id"))
                .containsExactly(
                        "createInstitution BANK-NEW piet i-1",
                        "createScheme JOINT-NEW piet i-1",
                        "changeProductStatus LOAN-OWNER-HEXINHOUSE-B piet i-1",
                        "createProduct LOAN-TEST-NEW piet i-1",
                        "putFundChannel BANK-NEW piet i-1");
        assertThat(production.database().texts("SELECT msg_key FROM mq_outbox ORDER BY id"))
                .contains("configuration-product-LOAN-OWNER-HEXINHOUSE-B-2", "configuration-fund-channel-BANK-NEW-1");

        String after = rows(production);
        assertThat(importInto(production, "i-1", file)).as("repeated").isEqualTo(done);
        assertThat(importInto(production, "i-2", file).applied()).isEmpty();
        assertThat(rows(production)).as("nothing happened any more").isEqualTo(after);
        assertThat(compare(production, file).differences()).isEmpty();
    }

    @Test
    void the_status_of_an_institution_that_is_known_moves_with_the_file() {
        ConfigurationFileView file = export(test);
        importInto(production, "i-20", file);
        Remote.data(test.part(ChannelCommandService.class)
                .changeInstitutionStatus(new ChangeInstitutionStatusRequest("t-20", "BANK-NEW", "DISABLED", "tess")));
        assertThat(importInto(production, "i-21", export(test)).applied())
                .extracting(one -> one.change() + " " + one.code() + " " + one.field())
                .containsExactly("CHANGE BANK-NEW status");
        assertThat(
                        production
                                .database()
                                .texts(
                                        "SELECT CONCAT(status, ' ', version) FROM institution WHERE institution_code = 'BANK-NEW'"))
                .containsExactly("DISABLED 2");
        assertThat(export(production)).isEqualTo(export(test));
    }

    @Test
    void some_products_come_with_all_that_they_need_and_with_nothing_else() {
        ConfigurationFileView file = Remote.data(test.part(ConfigurationFileService.class)
                .exportConfiguration(new ExportConfigurationQuery(List.of("LOAN-TEST-NEW"))));
        assertThat(file.products()).extracting(ProductView::productCode).containsExactly("LOAN-TEST-NEW");
        assertThat(file.schemes()).extracting(SchemeView::schemeCode).containsExactly("JOINT-NEW");
        assertThat(file.institutions())
                .extracting(InstitutionView::institutionCode)
                .containsExactly("BANK-NEW", "SMALL-LOAN");
        assertThat(file.fundChannels()).singleElement().satisfies(channel -> {
            assertThat(channel.institutionCode()).isEqualTo("BANK-NEW");
            assertThat(channel.status()).as("the newest version").isEqualTo("OPEN");
            assertThat(channel.version()).as("which belongs to the platform").isEqualTo(1);
        });
        assertThat(importInto(production, "i-3", file).applied()).hasSize(4);
        assertThat(find(production, "LOAN-OWNER-HEXINHOUSE-B").status()).isEqualTo(ProductView.ON_SALE);
        refused("A0521", () -> test.part(ConfigurationFileService.class)
                .exportConfiguration(new ExportConfigurationQuery(List.of("LOAN-NONE"))));
    }

    @Test
    void an_import_that_breaks_a_rule_anywhere_leaves_nothing() {
        ConfigurationFileView file = export(test);
        ConfigurationFileView withoutBank = document(
                file.formatVersion(),
                file.institutions().stream()
                        .filter(bank -> !bank.institutionCode().equals("BANK-NEW"))
                        .toList(),
                file.schemes(),
                file.products());
        assertThat(compare(production, withoutBank).problemCode()).isEqualTo("A0527");
        assertThatThrownBy(() -> importInto(production, "i-4", withoutBank))
                .hasMessageContaining("scheme JOINT-NEW: No institution has the code BANK-NEW.");
        List<ProductView> twoSteps = file.products().stream()
                .map(product -> product.productCode().equals("LOAN-OWNER-HEXINHOUSE-B")
                        ? with(product, product.annualRate().toPlainString(), ProductView.OFFLINE)
                        : product)
                .toList();
        refused(
                "A0530",
                () -> importInto(production, "i-5", document(1, file.institutions(), file.schemes(), twoSteps)));
        assertThat(rows(production)).isEqualTo("0 0 1");
    }

    @Test
    void what_cannot_be_changed_and_a_document_of_another_format_are_refused() {
        ConfigurationFileView file = export(test);
        List<ProductView> dearer = file.products().stream()
                .map(product -> product.productCode().equals("LOAN-OWNER-HEXINHOUSE-A")
                        ? with(product, "0.2", product.status())
                        : product)
                .toList();
        ConfigurationFileView changed = document(1, file.institutions(), file.schemes(), dearer);
        assertThat(compare(production, changed).problem()).contains("annualRate 0.18 here and 0.2 in the document");
        refused("A0622", () -> importInto(production, "i-6", changed));
        ConfigurationFileView newer = document(2, file.institutions(), file.schemes(), file.products());
        refused("A0621", () -> compare(production, newer));
        refused("A0621", () -> importInto(production, "i-7", newer));
        assertThat(rows(production)).isEqualTo("0 0 1");
    }

    @Test
    void a_document_has_no_secret_and_no_trace_of_persons() {
        String text = Json.write(export(test));
        assertThat(text)
                .doesNotContain("tess")
                .doesNotContainIgnoringCase("password")
                .doesNotContainIgnoringCase("secret");
        assertThat(text).doesNotContain("createdAt", "updatedAt", "operator");
    }

    @Test
    void an_import_is_proposed_by_one_person_and_approved_by_another() {
        ApprovalView proposed = propose(export(test));
        assertThat(proposed.baseVersion()).isEqualTo(1);
        assertThat(rows(production)).as("a proposal changes nothing").isEqualTo("1 0 1");
        refused("A0613", () -> approve(person("mia", "channel:configuration:approve"), proposed));
        assertThat(approve(CHECKER, proposed).status()).isEqualTo("EXECUTED");
        assertThat(export(production)).isEqualTo(export(test));
        assertThat(production
                        .database()
                        .number("SELECT COUNT(*) FROM audit_log WHERE operator = 'mia' AND action = 'createProduct'"))
                .isEqualTo(1);
    }

    @Test
    void an_import_is_not_approved_when_anything_was_changed_since_it_was_proposed() {
        ApprovalView proposed = propose(export(test));
        Remote.data(production
                .part(ChannelCommandService.class)
                .changeProductStatus(new ChangeProductStatusRequest(
                        "p-1", "LOAN-OWNER-HEXINHOUSE-A", ProductView.REPAY_ONLY, "piet")));
        refused("A0614", () -> approve(CHECKER, proposed));
        assertThat(find(production, "LOAN-OWNER-HEXINHOUSE-B").status()).isEqualTo(ProductView.ON_SALE);
    }

    @Test
    void an_import_that_would_be_refused_cannot_be_proposed() {
        ConfigurationFileView file = export(test);
        refused("A0527", () -> propose(document(1, List.of(), file.schemes(), file.products())));
        assertThat(production.database().number("SELECT COUNT(*) FROM admin_command"))
                .isZero();
    }

    private ApprovalView propose(ConfigurationFileView file) {
        return Remote.data(as(MAKER, () -> production
                .approvals()
                .propose(new ProposeRequest(
                        "m-1",
                        Actions.IMPORT_CONFIGURATION,
                        Json.write(Map.of(
                                "file",
                                compare(production, file).problem() == null
                                        ? compare(production, file).toImport()
                                        : file)),
                        null,
                        "release 7"))));
    }

    private ApprovalView approve(Person checker, ApprovalView proposed) {
        return Remote.data(as(
                        checker,
                        () -> production.approvals().approve(new DecideRequest(proposed.commandNo(), "looked at"))))
                .command();
    }

    private static ConfigurationFileView export(Fixture platform) {
        return Remote.data(
                platform.part(ConfigurationFileService.class).exportConfiguration(new ExportConfigurationQuery(null)));
    }

    private static ConfigurationComparisonView compare(Fixture platform, ConfigurationFileView file) {
        return Remote.data(platform.part(ConfigurationFileService.class)
                .compareConfiguration(new CompareConfigurationQuery(file)));
    }

    private static ConfigurationImportView importInto(Fixture platform, String requestNo, ConfigurationFileView file) {
        return Remote.data(platform.part(ConfigurationFileService.class)
                .importConfiguration(new ImportConfigurationRequest(requestNo, file, "piet")));
    }

    private static ProductView find(Fixture platform, String code) {
        return export(platform).products().stream()
                .filter(product -> product.productCode().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** Audit rows, messages and the revision. */
    private static String rows(Fixture platform) {
        return platform.database().number("SELECT COUNT(*) FROM audit_log") + " "
                + platform.database().number("SELECT COUNT(*) FROM mq_outbox") + " "
                + platform.database().number("SELECT revision FROM configuration_revision");
    }

    private static ConfigurationFileView document(
            int formatVersion,
            List<InstitutionView> institutions,
            List<SchemeView> schemes,
            List<ProductView> products) {
        return new ConfigurationFileView(
                ConfigurationFileView.FORMAT, formatVersion, institutions, schemes, products, List.of());
    }

    private static ProductView named(ProductView like) {
        return product(like, "LOAN-TEST-NEW", like.annualRate().toPlainString(), like.status());
    }

    private static ProductView with(ProductView like, String rate, String status) {
        return product(like, like.productCode(), rate, status);
    }

    private static ProductView product(ProductView like, String code, String rate, String status) {
        return new ProductView(
                like.productId(),
                code,
                like.name(),
                status,
                like.method(),
                new java.math.BigDecimal(rate),
                like.rounding(),
                like.terms(),
                like.minAmountFen(),
                like.maxAmountFen(),
                like.penaltyDailyRate(),
                like.penaltyGraceDays(),
                like.schemeCodes(),
                like.options(),
                like.version());
    }

    private static Person person(String name, String... permissions) {
        return new Person(name, false, Set.of(permissions), Set.of(), false);
    }

    private static <T> T as(Person person, Supplier<T> work) {
        return CallContext.as(new Caller("console", List.of("*"), person, "0".repeat(64)), "192.0.2.9", work);
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .satisfies(refusal -> assertThat(refusal.code().code()).isEqualTo(code));
    }
}
