package io.jointlending.support.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.channel.ChangeProductStatusRequest;
import io.jointlending.api.channel.ChannelCommandService;
import io.jointlending.api.channel.ChannelQueryService;
import io.jointlending.api.channel.CodeQuery;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.iam.IamAuthService;
import io.jointlending.api.iam.Permissions;
import io.jointlending.api.iam.SelfRequest;
import io.jointlending.api.ops.MessageAdminService;
import io.jointlending.api.ops.ResolveMessageRequest;
import io.jointlending.api.repayment.RepayRequest;
import io.jointlending.api.repayment.RepaymentService;
import io.jointlending.api.runtime.ApplicationKey;
import io.jointlending.api.runtime.CallSignature;
import io.jointlending.support.cache.ChangeNotices;
import io.jointlending.support.error.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallAuthorityTest {
    private static final byte[] MASTER =
            "0123456789abcdef0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final CodeQuery PRODUCT = new CodeQuery("LOAN-A");
    private static final ResolveMessageRequest RESOLVE = new ResolveMessageRequest("r-1", "OUTBOX", 1L, "olga", "why");

    private final Map<String, Person> persons = new HashMap<>();
    private final CallAuthority production = authority(false);

    @Test
    void a_signed_call_is_let_in_under_the_name_of_its_key() {
        Caller caller = production.admit(signed(key("cashier", "channel"), PRODUCT));
        assertThat(caller.name()).isEqualTo("cashier");
        assertThat(caller.person()).isNull();
    }

    @Test
    void an_unsigned_call_is_refused_in_production_and_let_in_by_its_word_in_development_without_a_key() {
        Call unsigned = call(
                ChannelQueryService.class, "findProduct", PRODUCT, new Call.Proof("cashier", null, null, null, null));
        refused("A0402", unsigned);
        assertThat(authority(null, true).admit(unsigned).name()).isEqualTo("cashier");
        assertThatThrownBy(() -> authority(null, false)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatever_is_signed_cannot_be_changed() {
        ApplicationKey key = key("cashier", "*");
        Call.Proof proof = signed(key, PRODUCT).proof();
        refused("A0402", call(ChannelQueryService.class, "findProduct", new CodeQuery("LOAN-B"), proof));
        refused("A0402", call(ChannelQueryService.class, "findScheme", PRODUCT, proof));
        refused("A0402", new Call(ChannelQueryService.class, "other", "findProduct", new Object[] {PRODUCT}, proof));
        refused(
                "A0402",
                call(
                        ChannelQueryService.class,
                        "findProduct",
                        PRODUCT,
                        new Call.Proof("x", proof.application(), time(1), proof.signature(), null)));
        refused(
                "A0402",
                call(
                        ChannelQueryService.class,
                        "findProduct",
                        PRODUCT,
                        new Call.Proof("x", "cashier.2.*", proof.time(), proof.signature(), null)));
        refused(
                "A0402",
                call(
                        ChannelQueryService.class,
                        "findProduct",
                        PRODUCT,
                        new Call.Proof("x", "nonsense", proof.time(), proof.signature(), null)));
        refused(
                "A0402",
                call(
                        ChannelQueryService.class,
                        "findProduct",
                        PRODUCT,
                        new Call.Proof("x", proof.application(), proof.time(), proof.signature() + "A", null)));
    }

    @Test
    void a_session_can_be_neither_taken_away_nor_exchanged_nor_added() {
        persons.put(SessionCache.hash("t-olga"), operator("olga", Permissions.CONFIGURATION_READ));
        Call.Proof proof = signed(key("console", "*"), PRODUCT, "t-olga").proof();
        assertThat(production
                        .admit(call(ChannelQueryService.class, "findProduct", PRODUCT, proof))
                        .name())
                .isEqualTo("olga@console");
        for (String session : new @Nullable String[] {null, "t-other"}) {
            refused(
                    "A0402",
                    call(
                            ChannelQueryService.class,
                            "findProduct",
                            PRODUCT,
                            new Call.Proof("x", proof.application(), proof.time(), proof.signature(), session)));
        }
        Call.Proof plain = signed(key("console", "*"), PRODUCT).proof();
        refused(
                "A0402",
                call(
                        ChannelQueryService.class,
                        "findProduct",
                        PRODUCT,
                        new Call.Proof("x", plain.application(), plain.time(), plain.signature(), "t-olga")));
    }

    @Test
    void a_signature_is_good_for_a_minute_in_both_directions() {
        ApplicationKey key = key("cashier", "*");
        for (long seconds : new long[] {-60, 0, 60}) {
            assertThat(production.admit(signedAt(key, time(seconds))).application())
                    .isEqualTo("cashier");
        }
        for (long seconds : new long[] {-61, 61, 1_000_000_000}) {
            refused("A0402", signedAt(key, time(seconds)));
        }
        refused("A0402", signedAt(key, "soon"));
        refused("A0402", signedAt(key, Long.toString(Long.MIN_VALUE)));
    }

    @Test
    void a_key_is_good_for_its_scopes_and_cannot_widen_them() {
        ApplicationKey narrow = key("cashier", "loan+repayment");
        refused("A0406", signed(narrow, PRODUCT));
        RepayRequest repay = new RepayRequest("r-1", "2601020000000000010123", 1L, "P-1", null, null);
        assertThat(production
                        .admit(signed(narrow, RepaymentService.class, "repay", repay, null))
                        .name())
                .isEqualTo("cashier");
        Call.Proof proof = signed(narrow, PRODUCT).proof();
        refused(
                "A0402",
                call(
                        ChannelQueryService.class,
                        "findProduct",
                        PRODUCT,
                        new Call.Proof("x", "cashier.1.*", proof.time(), proof.signature(), null)));
    }

    @Test
    void a_withdrawn_key_is_refused_and_the_next_version_works() {
        CallAuthority authority = new CallAuthority(
                MASTER, List.of("cashier.1"), Duration.ofMinutes(1), false, cache(), Clock.fixed(NOW, ZoneOffset.UTC));
        refused("A0402", authority, signed(key("cashier", "*"), PRODUCT));
        assertThat(authority
                        .admit(signed(ApplicationKey.derive(MASTER, "cashier", 2, "*"), PRODUCT))
                        .name())
                .isEqualTo("cashier");
    }

    @Test
    void a_person_needs_the_permission_and_closed_methods_stay_closed() {
        persons.put(SessionCache.hash("t"), operator("olga", Permissions.MESSAGE_READ));
        ApplicationKey console = key("console", "*");
        refused("A0406", signed(console, PRODUCT, "t"));
        RepayRequest repay = new RepayRequest("r-1", "2601020000000000010123", 1L, "P-1", null, null);
        refused("A0406", signed(console, RepaymentService.class, "repay", repay, "t"));
        refused("A0401", signed(console, PRODUCT, "t-unknown"));
    }

    @Test
    void a_person_acts_under_the_own_name_only() {
        persons.put(SessionCache.hash("t"), operator("olga", Permissions.MESSAGE_RESOLVE));
        persons.put(SessionCache.hash("t2"), operator("otto", Permissions.MESSAGE_RESOLVE));
        ApplicationKey console = key("console", "*");
        assertThat(production
                        .admit(signed(console, MessageAdminService.class, "replay", RESOLVE, "t"))
                        .name())
                .isEqualTo("olga@console");
        refused("A0406", signed(console, MessageAdminService.class, "replay", RESOLVE, "t2"));
    }

    @Test
    void four_eyes_are_skipped_by_nobody_outside_development() {
        ChangeProductStatusRequest change = new ChangeProductStatusRequest("r-1", "LOAN-A", "OFFLINE", "olga");
        persons.put(SessionCache.hash("t"), operator("olga", Permissions.PRODUCT_UPDATE, Permissions.PRODUCT_APPROVE));
        Call alone = signed(key("console", "*"), ChannelCommandService.class, "changeProductStatus", change, null);
        refused("A0407", alone);
        refused("A0407", signed(key("console", "*"), ChannelCommandService.class, "changeProductStatus", change, "t"));
        assertThat(authority(true).admit(alone).name()).isEqualTo("console");
    }

    @Test
    void what_only_persons_do_is_closed_to_applications_and_a_one_time_password_opens_only_its_change() {
        SelfRequest self = new SelfRequest();
        refused("A0401", signed(key("console", "*"), IamAuthService.class, "me", self, null));
        persons.put(
                SessionCache.hash("t"),
                new Person("olga", false, Set.of(Permissions.CONFIGURATION_READ), Set.of(), true));
        assertThat(production
                        .admit(signed(key("console", "*"), IamAuthService.class, "me", self, "t"))
                        .name())
                .isEqualTo("olga@console");
        refused("A0412", signed(key("console", "*"), PRODUCT, "t"));
    }

    @Test
    void the_same_request_with_another_type_of_value_or_another_order_has_another_signature() {
        ApplicationKey key = key("cashier", "*");
        CallSignature.Target target = CallSignature.Target.of("c", null, "m");
        List<Object> different = List.of(
                new CodeQuery("1"),
                List.of(1L),
                List.of(1),
                List.of("1"),
                List.of("1", "2"),
                List.of("2", "1"),
                List.of("12"),
                List.of(LocalDateTime.of(2026, 1, 1, 0, 0)),
                List.of());
        assertThat(different.stream()
                        .map(one -> CallSignature.sign(key, target, "1", null, new Object[] {one}))
                        .distinct())
                .hasSameSizeAs(different);
        assertThatThrownBy(() -> CallSignature.sign(key, target, "1", null, new Object[] {new Thread()}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_key_is_read_as_it_is_written_and_does_not_show_itself() {
        ApplicationKey key = key("cashier", "loan+repayment");
        assertThat(ApplicationKey.parse(key.secretForm()).secretForm()).isEqualTo(key.secretForm());
        assertThat(key.toString()).isEqualTo("cashier.1.loan+repayment");
        for (String bad : List.of("", "a.1.*", "a.0.*." + "A".repeat(43), "a.1.X." + "A".repeat(43), "a.1.*.short")) {
            assertThatThrownBy(() -> ApplicationKey.parse(bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static ApplicationKey key(String application, String scopes) {
        return ApplicationKey.derive(MASTER, application, 1, scopes);
    }

    private CallAuthority authority(boolean development) {
        return authority(MASTER, development);
    }

    private CallAuthority authority(byte @Nullable [] master, boolean development) {
        return new CallAuthority(
                master, List.of(), Duration.ofMinutes(1), development, cache(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private SessionCache cache() {
        return new SessionCache(
                hash -> {
                    Person person = persons.get(hash);
                    if (person == null) {
                        throw new Refusal(ErrorCodes.SESSION_INVALID, null);
                    }
                    return person;
                },
                ChangeNotices.none());
    }

    private static Person operator(String name, String... permissions) {
        return new Person(name, false, Set.of(permissions), Set.of(), false);
    }

    private static String time(long secondsFromNow) {
        return Long.toString(NOW.plusSeconds(secondsFromNow).toEpochMilli());
    }

    private static Call signed(ApplicationKey key, CodeQuery query) {
        return signed(key, query, null);
    }

    private static Call signed(ApplicationKey key, CodeQuery query, @Nullable String session) {
        return signed(key, ChannelQueryService.class, "findProduct", query, session);
    }

    private static Call signed(
            ApplicationKey key, Class<?> contract, String method, Object request, @Nullable String session) {
        return signed(key, contract, method, request, session, time(0));
    }

    private static Call signedAt(ApplicationKey key, String time) {
        return signed(key, ChannelQueryService.class, "findProduct", PRODUCT, null, time);
    }

    private static Call signed(
            ApplicationKey key,
            Class<?> contract,
            String method,
            Object request,
            @Nullable String session,
            String time) {
        CallSignature.Target target = CallSignature.Target.of(contract.getName(), null, method);
        String signature = CallSignature.sign(key, target, time, session, new Object[] {request});
        return call(contract, method, request, new Call.Proof("x", key.publicPart(), time, signature, session));
    }

    private static Call call(Class<?> contract, String method, Object request, Call.Proof proof) {
        return new Call(contract, null, method, new Object[] {request}, proof);
    }

    private void refused(String code, Call call) {
        refused(code, production, call);
    }

    private static void refused(String code, CallAuthority authority, Call call) {
        assertThatThrownBy(() -> authority.admit(call))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .satisfies(refusal -> assertThat(refusal.code().code()).isEqualTo(code));
    }
}
