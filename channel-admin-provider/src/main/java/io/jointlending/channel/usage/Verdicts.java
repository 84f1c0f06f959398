package io.jointlending.channel.usage;

import io.jointlending.api.RpcResult;
import io.jointlending.api.channel.RpcMethodView;
import io.jointlending.api.channel.RpcProviderView;
import io.jointlending.api.ops.CallsView;
import io.jointlending.api.ops.MethodCallsView;
import io.jointlending.channel.usage.RegisteredContracts.Provided;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Providers minus consumers minus calls. Every doubt is in favour of a method: whoever takes one away that somebody calls once a
 * quarter breaks that call.
 *
 * @param registered now
 * @param answers of the providers, by application name
 * @param days that were asked for
 */
record Verdicts(RegisteredContracts registered, Map<String, RpcResult<CallsView>> answers, int days) {
    /** A consumer, or a call in these days. */
    static final String USED = "USED";
    /** Neither, although it was counted all the time. */
    static final String UNUSED = "UNUSED";
    /** Neither, but it was not counted all the time. */
    static final String TOO_YOUNG = "TOO_YOUNG";
    /** No consumer, and nobody knows of calls. */
    static final String UNKNOWN = "UNKNOWN";

    /** The providers, by name. */
    List<RpcProviderView> providers() {
        return new TreeMap<>(answers)
                .entrySet().stream()
                        .map(answer -> {
                            CallsView calls = answer.getValue().data();
                            return new RpcProviderView(
                                    answer.getKey(),
                                    calls == null ? null : begin(calls),
                                    calls == null ? words(answer.getValue()) : null);
                        })
                        .toList();
    }

    /** Every method, by application, contract and name. */
    List<RpcMethodView> methods() {
        Map<String, Export> exports = new TreeMap<>();
        for (Provided one : registered.provided()) {
            exports.computeIfAbsent(
                            one.application() + ' ' + one.contract() + ' ' + one.group(), key -> new Export(one))
                    .add(one);
        }
        List<RpcMethodView> methods = new ArrayList<>();
        for (Export export : exports.values()) {
            for (String method : export.methods) {
                methods.add(view(export, method));
            }
        }
        methods.sort(Comparator.comparing(RpcMethodView::application)
                .thenComparing(RpcMethodView::contract)
                .thenComparing(RpcMethodView::method));
        return methods;
    }

    private RpcMethodView view(Export export, String method) {
        Provided one = export.first;
        List<String> consumers = List.copyOf(registered.consumersOf(one.contract(), one.group()));
        RpcResult<CallsView> answer = answers.get(one.application());
        CallsView said = answer == null ? null : answer.data();
        MethodCallsView counted = said == null
                ? null
                : said.methods().stream()
                        .filter(calls -> calls.contract().equals(one.contract())
                                && calls.method().equals(method))
                        .findFirst()
                        .orElse(null);
        Finding finding = said == null || counted == null
                ? unknown(consumers, answer)
                : finding(consumers, counted, said.today());
        return new RpcMethodView(
                one.application(),
                one.contract(),
                method,
                export.instances,
                consumers,
                counted == null ? null : counted.calls(),
                counted == null ? null : counted.countedSince(),
                counted == null ? null : counted.lastCalledOn(),
                finding.verdict(),
                finding.reason());
    }

    private Finding finding(List<String> consumers, MethodCallsView counted, LocalDate today) {
        String calls =
                counted.calls() == 0 ? "no call in " + days + " days" : counted.calls() + " calls in " + days + " days";
        if (!consumers.isEmpty()) {
            return new Finding(USED, "consumed by " + String.join(", ", consumers) + "; " + calls);
        }
        if (counted.calls() > 0) {
            return new Finding(USED, calls);
        }
        if (counted.countedSince().isAfter(today.minusDays(days))) {
            return new Finding(
                    TOO_YOUNG, "no consumer, no call, but counted since " + counted.countedSince() + " only");
        }
        LocalDate last = counted.lastCalledOn();
        return new Finding(
                UNUSED,
                last == null
                        ? "no consumer, no call since the count began on " + counted.countedSince()
                        : "no consumer, no call since " + last);
    }

    private static Finding unknown(List<String> consumers, @Nullable RpcResult<CallsView> answer) {
        String why = answer == null || answer.data() != null ? "not counted yet" : words(answer);
        return consumers.isEmpty()
                ? new Finding(UNKNOWN, "no consumer, calls unknown: " + why)
                : new Finding(USED, "consumed by " + String.join(", ", consumers) + "; calls unknown: " + why);
    }

    private static @Nullable LocalDate begin(CallsView calls) {
        return calls.methods().stream()
                .map(MethodCallsView::countedSince)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static String words(RpcResult<CallsView> answer) {
        return answer.code() + " " + answer.message();
    }

    private record Finding(String verdict, String reason) {}

    /** A contract of a provider, whatever its instances know of it together. */
    private static final class Export {
        private final Provided first;
        private final Set<String> methods = new TreeSet<>();
        private int instances;

        Export(Provided first) {
            this.first = first;
        }

        void add(Provided one) {
            instances++;
            methods.addAll(one.methods());
        }
    }
}
