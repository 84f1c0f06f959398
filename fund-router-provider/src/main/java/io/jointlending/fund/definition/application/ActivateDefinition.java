package io.jointlending.fund.definition.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.fund.audit.FundAudit;
import io.jointlending.fund.definition.domain.Definition;
import io.jointlending.fund.definition.domain.Definitions;
import io.jointlending.fund.definition.domain.RecordedHistories;
import io.jointlending.fund.flow.domain.machine.Shadow;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.tx.Transactions;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a version the one that new tasks begin with. Needs another person than the one who published it. */
public final class ActivateDefinition {
    private static final Logger LOG = LoggerFactory.getLogger(ActivateDefinition.class);
    private static final int HISTORIES = 1000;

    private final Transactions transactions;
    private final Definitions definitions;
    private final PublishedDefinitions published;
    private final RecordedHistories histories;
    private final FundAudit audit;

    /** All of them share one data source. */
    public ActivateDefinition(
            Transactions transactions,
            Definitions definitions,
            PublishedDefinitions published,
            RecordedHistories histories,
            FundAudit audit) {
        this.transactions = transactions;
        this.definitions = definitions;
        this.published = published;
        this.histories = histories;
        this.audit = audit;
    }

    /**
     * What a shadow replay shows.
     *
     * @param against version whose recorded tasks were run through the new one, 0 if none is active
     * @param replayed how many tasks
     * @param diverging those that would go another way
     */
    public record ShadowReport(int against, int replayed, List<Shadow.Divergence> diverging) {}

    /** Runs the recorded tasks of the active version through another one; changes nothing. Refuses with A0602. */
    public ShadowReport shadow(String flow, int version) {
        var next = published.flow(flow, version);
        return published
                .activeFlow(flow)
                .filter(active -> active.version() != version)
                .map(active -> {
                    var recorded = histories.of(flow, active.version(), HISTORIES);
                    return new ShadowReport(active.version(), recorded.size(), Shadow.compare(active, next, recorded));
                })
                .orElseGet(() -> new ShadowReport(0, 0, List.of()));
    }

    /**
     * Activates a version. Tasks that run finish on the version they began with.
     *
     * <p>Refuses with A0602 a version that does not exist, with A0555 the person who published it, with A0604 while the shadow
     * replay shows another number of diverging tasks than the person has seen.
     *
     * @param divergencesSeen how many diverging tasks the person has looked at and accepts; 0 for a channel
     */
    public Definition run(
            Definition.Kind kind, String name, int version, String by, int divergencesSeen, String requestNo) {
        Definition wanted = definitions
                .find(kind, name, version)
                .orElseThrow(() ->
                        new Refusal(ErrorCodes.DEFINITION_NOT_FOUND, name + " has no version " + version, "version"));
        if (wanted.publishedBy().strip().equalsIgnoreCase(by.strip())) {
            throw new Refusal(ErrorCodes.SECOND_PERSON_REQUIRED, "operator");
        }
        if (wanted.status() == Definition.Status.ACTIVE) {
            return wanted;
        }
        published.forget();
        ShadowReport report = kind == Definition.Kind.FLOW ? shadow(name, version) : new ShadowReport(0, 0, List.of());
        if (report.diverging().size() != divergencesSeen) {
            throw new Refusal(
                    ErrorCodes.DIVERGENCES_UNSEEN,
                    "the shadow replay shows " + report.diverging().size() + " diverging tasks, not " + divergencesSeen,
                    "divergencesSeen");
        }
        transactions.inTransaction(() -> {
            definitions.lockNewest(kind, name);
            if (!definitions.activate(wanted, by)) {
                throw new Refusal(ErrorCodes.DEFINITION_STATE, "version " + version + " is active already", "version");
            }
            audit.add(new FundAudit.Act(
                    requestNo,
                    by,
                    wanted.publishedBy(),
                    "ACTIVATE",
                    name + "@" + version,
                    kind + " after a replay of " + report.replayed() + " tasks of version " + report.against() + ", "
                            + divergencesSeen + " diverging"));
        });
        published.forget();
        LOG.info("activated kind={} name={} version={} by={}", kind, name, version, by);
        return Objects.requireNonNull(definitions.find(kind, name, version).orElse(null), name);
    }
}
