package io.jointlending.fund.definition.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.fund.audit.FundAudit;
import io.jointlending.fund.definition.domain.Definition;
import io.jointlending.fund.definition.domain.Definitions;
import io.jointlending.fund.flow.domain.check.FlowChecks;
import io.jointlending.fund.flow.domain.finding.Finding;
import io.jointlending.fund.flow.domain.finding.Findings;
import io.jointlending.fund.flow.text.FlowLoader;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.tx.Transactions;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks a text by every rule, its examples included, and stores it as the next version: a draft until another person activates it. */
public final class PublishDefinition {
    private final Transactions transactions;
    private final Definitions definitions;
    private final LoadDefinition load;
    private final FundAudit audit;

    /** Transactions, definitions and audit share one data source. */
    public PublishDefinition(Transactions transactions, Definitions definitions, LoadDefinition load, FundAudit audit) {
        this.transactions = transactions;
        this.definitions = definitions;
        this.load = load;
        this.audit = audit;
    }

    /**
     * A flow; its version stands in its text. The same text once more changes nothing.
     *
     * <p>Refuses with A0601 a text that breaks a rule, with all findings.
     */
    public Definition flow(String text, String operator, String requestNo) {
        var flow = load.flow("text", text);
        return store(Definition.Kind.FLOW, flow.flow(), flow.version(), text, operator, requestNo);
    }

    /** A channel; its version is the next one, unless the newest has the same text. Refuses with A0601. */
    public Definition channel(String text, String operator, String requestNo) {
        return store(Definition.Kind.CHANNEL, load.channel("text", text).channel(), null, text, operator, requestNo);
    }

    private Definition store(
            Definition.Kind kind,
            String name,
            @Nullable Integer wanted,
            String text,
            String operator,
            String requestNo) {
        String sha256 = FlowLoader.sha256(text);
        return transactions.inTransaction(() -> {
            Definition newest = definitions.lockNewest(kind, name).orElse(null);
            if (newest != null && newest.sha256().equals(sha256)) {
                return newest;
            }
            int next = newest == null ? 1 : Math.addExact(newest.version(), 1);
            int version = wanted == null ? next : wanted;
            checkVersion(newest, name, version, sha256);
            Definition draft =
                    new Definition(kind, name, version, text, sha256, Definition.Status.DRAFT, operator, null);
            if (!definitions.add(draft)) {
                throw new Refusal(
                        ErrorCodes.DEFINITION_STATE, name + " version " + version + " was published before", "text");
            }
            audit.add(new FundAudit.Act(
                    requestNo, operator, null, "PUBLISH", name + "@" + version, kind + " sha256 " + sha256));
            return draft;
        });
    }

    private static void checkVersion(@Nullable Definition newest, String name, int version, String sha256) {
        Findings findings = new Findings();
        FlowChecks.checkVersion(
                newest == null ? null : new FlowChecks.Published(name, newest.version(), newest.sha256()),
                new FlowChecks.Published(name, version, sha256),
                findings);
        if (!findings.isEmpty()) {
            throw new Refusal(
                    ErrorCodes.DEFINITION_REFUSED,
                    findings.all().stream().map(Finding::message).collect(Collectors.joining("\n")),
                    "text");
        }
    }
}
