package io.jointlending.repayment.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.repayment.AmountsView;
import io.jointlending.api.repayment.ApplySuspenseRequest;
import io.jointlending.api.repayment.LedgerInstallmentView;
import io.jointlending.api.repayment.PayOffRequest;
import io.jointlending.api.repayment.PrepayRequest;
import io.jointlending.api.repayment.QuoteRequest;
import io.jointlending.api.repayment.RefundRequest;
import io.jointlending.api.repayment.RepayRequest;
import io.jointlending.api.repayment.RepaymentService;
import io.jointlending.api.repayment.ReverseRequest;
import io.jointlending.api.repayment.SuspenseRefundRequest;
import io.jointlending.api.repayment.SuspenseRefundResult;
import io.jointlending.api.repayment.TakeOverRequest;
import io.jointlending.api.repayment.WaiveRequest;
import io.jointlending.api.repayment.WriteOffRequest;
import io.jointlending.repayment.ledger.domain.Booking;
import io.jointlending.repayment.ledger.domain.Composition;
import io.jointlending.repayment.ledger.domain.TestLedgers;
import io.jointlending.repayment.memory.RepaymentWorld;
import io.jointlending.support.error.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A case of the rule tables: steps separated by ";". A step that ends with "!CODE_NAME" must be refused so, with the
 * figures in the message and nothing stored. Amounts are fen; cells read principal,interest,penalty,fee.
 */
final class RuleScript {
    private static final String ORDER = "2601150000000000010042";

    private final RuleBooks books;
    private final RepaymentWorld world;
    private final RepaymentService service;
    private final Map<String, String> kept = new HashMap<>();
    private @Nullable Composition composition;

    RuleScript(RuleBooks books) {
        this.books = books;
        this.world = books.world();
        this.service = world.service();
    }

    void run(String steps) {
        for (String step : steps.split(";", -1)) {
            String[] parts = step.strip().split("!", -1);
            String[] words = parts[0].strip().split("\\s+", -1);
            if (parts.length == 1) {
                act(words);
            } else {
                List<Object> before = books.everything(ORDER);
                Refusal refusal = catchThrowableOfType(Refusal.class, () -> act(words));
                assertThat(refusal).as("refusal of %s", step).isNotNull();
                assertThat(refusal.code().name()).as(step).isEqualTo(parts[1].strip());
                assertThat(books.everything(ORDER)).as("after %s", step).isEqualTo(before);
            }
        }
    }

    private void act(String[] words) {
        String argument = words.length > 1 ? words[1] : "";
        switch (words[0]) {
            case "loan" -> loan(words);
            case "fund" -> world.funded(RepaymentWorld.created(ORDER, Objects.requireNonNull(composition)));
            case "on" -> world.calendar().move(LocalDate.parse(argument));
            case "repay" ->
                service.repay(new RepayRequest(
                        number(), ORDER, fen(argument), number(), option(words, "quote"), date(words)));
            case "prepay" ->
                service.prepay(new PrepayRequest(
                        number(), ORDER, fen(argument), number(), words[2], option(words, "quote"), date(words)));
            case "payoff" ->
                service.payOff(new PayOffRequest(
                        number(), ORDER, fen(argument), number(), option(words, "quote"), date(words)));
            case "refund" -> service.refund(new RefundRequest(number(), ORDER, fen(argument), number(), date(words)));
            case "reverse" ->
                service.reverse(new ReverseRequest(
                        number(),
                        ORDER,
                        event(Integer.parseInt(argument)).repaymentNo(),
                        null,
                        "bounced",
                        date(words)));
            case "waive" -> waive(words);
            case "writeoff" ->
                service.writeOff(new WriteOffRequest(number(), ORDER, "amy", argument, "gone", version(words)));
            case "takeover" -> service.takeOver(new TakeOverRequest(number(), ORDER, argument));
            case "apply" ->
                service.applySuspense(new ApplySuspenseRequest(number(), ORDER, fen(argument), option(words, "quote")));
            case "giveback" ->
                kept.put(
                        "refund",
                        Objects.requireNonNull(service.requestSuspenseRefund(
                                                new SuspenseRefundRequest(number(), "B1", fen(argument), "amy"))
                                        .data())
                                .refundNo());
            case "gaveback" ->
                service.confirmSuspenseRefund(new SuspenseRefundResult(
                        number(), Objects.requireNonNull(kept.get("refund")), argument.equals("paid"), "ben"));
            case "quote" -> kept.put("quote", world.quote(ORDER).quoteToken());
            default -> expect(words, argument);
        }
    }

    private void expect(String[] words, String argument) {
        String rest = words.length > 2 ? words[2] : "";
        String what = String.join(" ", words);
        switch (words[0]) {
            case "due" -> assertThat(amounts(cell(argument).due())).as(what).isEqualTo(rest);
            case "settled" ->
                assertThat(amounts(cell(argument).settled())).as(what).isEqualTo(rest);
            case "subdue" -> assertThat(shared(words, true)).as(what).isEqualTo(words[3]);
            case "subsettled" -> assertThat(shared(words, false)).as(what).isEqualTo(words[3]);
            case "subtotal" ->
                assertThat(world.ledger(ORDER).subLedgers().stream()
                                .map(sub -> String.valueOf(sub.installments().stream()
                                        .mapToLong(it -> it.due().principalFen())
                                        .sum()))
                                .collect(Collectors.joining("/")))
                        .as(what)
                        .isEqualTo(argument);
            case "status" -> {
                assertThat(world.ledger(ORDER).status()).as(what).isEqualTo(argument);
                assertThat(world.ledger(ORDER).subLedgers())
                        .allMatch(sub -> sub.status().equals(argument));
            }
            case "suspense" -> assertThat(world.suspense("B1")).as(what).isEqualTo(fen(argument));
            case "owed" -> assertThat(world.quote(ORDER).totalFen()).as(what).isEqualTo(fen(argument));
            case "owednow" -> assertThat(world.quote(ORDER).dueFen()).as(what).isEqualTo(fen(argument));
            case "payoffcosts" ->
                assertThat(Objects.requireNonNull(service.quotePayOff(new QuoteRequest(ORDER))
                                        .data())
                                .payOffFen())
                        .as(what)
                        .isEqualTo(fen(argument));
            case "inadvance" ->
                assertThat(Objects.requireNonNull(service.quotePayOff(new QuoteRequest(ORDER))
                                        .data())
                                .interestPaidInAdvanceFen())
                        .as(what)
                        .isEqualTo(fen(argument));
            case "version" ->
                assertThat(world.ledger(ORDER).ledgerVersion()).as(what).isEqualTo(fen(argument));
            case "plan" ->
                assertThat(world.ledger(ORDER).planVersion()).as(what).isEqualTo(Integer.valueOf(argument));
            case "returnable" ->
                assertThat(books.returnablePrincipalFen(ORDER)).as(what).isEqualTo(fen(argument));
            case "told" -> assertThat(books.keys()).as(what).contains(argument.replace("*", ORDER));
            case "untold" -> assertThat(books.keys()).as(what).doesNotContain(argument.replace("*", ORDER));
            case "booked" ->
                assertThat(event(Integer.parseInt(argument)).bookingDate())
                        .as(what)
                        .isEqualTo(LocalDate.parse(rest));
            case "valued" ->
                assertThat(event(Integer.parseInt(argument)).valueDate())
                        .as(what)
                        .isEqualTo(LocalDate.parse(rest));
            default -> throw new IllegalArgumentException("no such step: " + what);
        }
    }

    private void loan(String[] words) {
        Map<String, String> options = options(words);
        LocalDate start = LocalDate.parse(options.getOrDefault("start", TestLedgers.START.toString()));
        long principal = fen(words[1]);
        world.calendar().move(start);
        world.activated(TestLedgers.ledger(ORDER, principal, start, Integer.parseInt(words[3]), words[2], options));
        long[] weights = Arrays.stream(words[4].split(":", -1))
                .mapToLong(Long::parseLong)
                .toArray();
        composition = TestLedgers.withRates(
                TestLedgers.composition(ORDER, principal, weights),
                Arrays.stream(options.getOrDefault("rates", "-").split(":", -1))
                        .<@Nullable BigDecimal>map(rate -> rate.equals("-") ? null : new BigDecimal(rate))
                        .toList());
        if (!options.containsKey("late")) {
            act(new String[] {"fund"});
        }
    }

    private void waive(String[] words) {
        Map<String, String> options = options(words);
        String installment = options.get("no");
        service.waive(new WaiveRequest(
                number(),
                ORDER,
                fen(words[1]),
                installment == null ? null : Integer.valueOf(installment),
                options.get("component"),
                options.getOrDefault("by", Booking.ALL),
                "amy",
                options.getOrDefault("approver", "ben"),
                "goodwill",
                date(words),
                version(words)));
    }

    private @Nullable Long version(String[] words) {
        String version = options(words).get("version");
        return version == null ? null : Long.valueOf(version);
    }

    private RuleBooks.Event event(int sequence) {
        return books.events(ORDER).stream()
                .filter(it -> it.sequence() == sequence)
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCodes.REPAYMENT_NOT_FOUND, "no event " + sequence));
    }

    private LedgerInstallmentView cell(String no) {
        return world.ledger(ORDER).installments().get(Integer.parseInt(no) - 1);
    }

    private String shared(String[] words, boolean due) {
        return world.ledger(ORDER).subLedgers().stream()
                .map(sub -> sub.installments().get(Integer.parseInt(words[1]) - 1))
                .map(it -> due ? it.due() : it.settled())
                .map(it -> String.valueOf(
                        switch (words[2]) {
                            case "principal" -> it.principalFen();
                            case "interest" -> it.interestFen();
                            case "penalty" -> it.penaltyFen();
                            default -> it.feeFen();
                        }))
                .collect(Collectors.joining("/"));
    }

    private static String amounts(AmountsView view) {
        return String.format(
                Locale.ROOT, "%d,%d,%d,%d", view.principalFen(), view.interestFen(), view.penaltyFen(), view.feeFen());
    }

    private @Nullable String option(String[] words, String name) {
        return options(words).containsKey(name) ? kept.get(name) : null;
    }

    private static @Nullable LocalDate date(String[] words) {
        String date = options(words).get("value");
        return date == null ? null : LocalDate.parse(date);
    }

    private static Map<String, String> options(String[] words) {
        Map<String, String> options = new HashMap<>();
        for (String word : words) {
            int at = word.indexOf('=');
            if (at > 0) {
                options.put(word.substring(0, at), word.substring(at + 1));
            }
        }
        return options;
    }

    private String number() {
        return "N-" + world.number();
    }

    private static long fen(String text) {
        return Long.parseLong(text);
    }
}
