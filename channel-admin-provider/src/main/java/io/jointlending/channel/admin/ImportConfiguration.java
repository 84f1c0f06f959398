package io.jointlending.channel.admin;

import io.jointlending.api.channel.ChangeInstitutionStatusRequest;
import io.jointlending.api.channel.ChangeProductStatusRequest;
import io.jointlending.api.channel.ConfigurationComparisonView;
import io.jointlending.api.channel.ConfigurationDifferenceView;
import io.jointlending.api.channel.ConfigurationFileView;
import io.jointlending.api.channel.ConfigurationImportView;
import io.jointlending.api.channel.CreateInstitutionRequest;
import io.jointlending.api.channel.CreateProductRequest;
import io.jointlending.api.channel.CreateSchemeRequest;
import io.jointlending.api.channel.FundChannelView;
import io.jointlending.api.channel.ImportConfigurationRequest;
import io.jointlending.api.channel.InstitutionView;
import io.jointlending.api.channel.ProductView;
import io.jointlending.api.channel.PutFundChannelRequest;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.tx.Transactions;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Adds and changes what a document has otherwise than the configuration here: all in one transaction or nothing, by the same acts
 * as single commands, so that the same rules, audit rows and messages apply. Refuses with A0400, A0621, A0622 and what the acts
 * refuse.
 */
public final class ImportConfiguration {
    private final IdempotentCommands commands;
    private final Transactions transactions;
    private final ConfigurationFiles files;
    private final ConfigurationRevision revision;
    private final FundChannels fundChannels;
    private final Acts acts;

    /** The idempotent commands open the transaction. */
    public ImportConfiguration(
            IdempotentCommands commands,
            Transactions transactions,
            ConfigurationFiles files,
            ConfigurationRevision revision,
            FundChannels fundChannels,
            Acts acts) {
        this.commands = commands;
        this.transactions = transactions;
        this.files = files;
        this.revision = revision;
        this.fundChannels = fundChannels;
        this.acts = acts;
    }

    /** What changes one entry each. */
    public record Acts(
            CreateInstitution createInstitution,
            ChangeInstitutionStatus changeInstitutionStatus,
            CreateScheme createScheme,
            CreateProduct createProduct,
            ChangeProductStatus changeProductStatus,
            PutFundChannel putFundChannel) {}

    ConfigurationImportView run(CommandKey key, ImportConfigurationRequest request) {
        return commands.execute(key, request, ConfigurationImportView.class, () -> apply(request));
    }

    /** What it would change, and whether it would be accepted. */
    ConfigurationComparisonView compare(ConfigurationFileView file) {
        requireFormat(file);
        long seen = revision.read();
        ConfigurationComparison comparison = new ConfigurationComparison(files.all(), file);
        Optional<Refusal> problem = problem(new ImportConfigurationRequest("compare", file, "nobody"));
        return new ConfigurationComparisonView(
                seen,
                comparison.differences(),
                comparison.toImport(),
                problem.map(refusal -> refusal.code().code()).orElse(null),
                problem.map(Refusal::getMessage).orElse(null));
    }

    /** Why it would be refused as things are: it is carried out in a transaction of its own, which is rolled back. */
    Optional<Refusal> problem(ImportConfigurationRequest request) {
        try {
            transactions.inNewTransaction(() -> {
                apply(request);
                throw new Rehearsed();
            });
            throw new IllegalStateException("a rehearsal was committed");
        } catch (Rehearsed accepted) {
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal);
        }
    }

    private ConfigurationImportView apply(ImportConfigurationRequest request) {
        requireFormat(request.file());
        revision.lock();
        ConfigurationFileView here = files.all();
        ConfigurationComparison comparison = new ConfigurationComparison(here, request.file());
        comparison.fixed().ifPresent(ImportConfiguration::refuseFixed);
        String requestNo = request.requestNo();
        String operator = request.operator();
        ConfigurationFileView wanted = comparison.toImport();
        List<String> institutions = here.institutions().stream()
                .map(InstitutionView::institutionCode)
                .toList();
        each(ConfigurationKind.INSTITUTION, wanted, entry -> {
            if (institutions.contains(entry.institutionCode())) {
                acts.changeInstitutionStatus.change(new ChangeInstitutionStatusRequest(
                        requestNo, entry.institutionCode(), entry.status(), operator));
            } else {
                acts.createInstitution.add(new CreateInstitutionRequest(requestNo, entry, operator));
            }
        });
        each(
                ConfigurationKind.SCHEME,
                wanted,
                entry -> acts.createScheme.add(new CreateSchemeRequest(requestNo, entry, operator)));
        List<String> known =
                here.products().stream().map(ProductView::productCode).toList();
        each(ConfigurationKind.PRODUCT, wanted, entry -> {
            if (known.contains(entry.productCode())) {
                acts.changeProductStatus.change(
                        new ChangeProductStatusRequest(requestNo, entry.productCode(), entry.status(), operator));
            } else {
                acts.createProduct.add(new CreateProductRequest(requestNo, entry, operator));
            }
        });
        each(
                ConfigurationKind.FUND_CHANNEL,
                wanted,
                entry -> acts.putFundChannel.put(new PutFundChannelRequest(requestNo, replacing(entry), operator)));
        return new ConfigurationImportView(revision.read(), comparison.applicable());
    }

    private FundChannelView replacing(FundChannelView entry) {
        long version = fundChannels
                .find(entry.institutionCode())
                .map(FundChannelView::version)
                .orElse(0L);
        return ConfigurationKind.of(entry, version);
    }

    private static <E> void each(ConfigurationKind<E> kind, ConfigurationFileView wanted, Consumer<E> act) {
        for (E entry : kind.entries().apply(wanted)) {
            try {
                act.accept(entry);
            } catch (Refusal refusal) {
                throw new Refusal(
                        refusal.code(),
                        kind.name() + " " + kind.code().apply(entry) + ": " + refusal.getMessage(),
                        "file." + kind.section());
            }
        }
    }

    private static void requireFormat(ConfigurationFileView file) {
        if (!file.format().equals(ConfigurationFileView.FORMAT)
                || file.formatVersion() != ConfigurationFileView.FORMAT_VERSION) {
            throw new Refusal(
                    ErrorCodes.CONFIGURATION_FORMAT,
                    "The document is a " + file.format() + " of version " + file.formatVersion()
                            + "; this platform reads " + ConfigurationFileView.FORMAT + " of version "
                            + ConfigurationFileView.FORMAT_VERSION + ".",
                    "file.formatVersion");
        }
    }

    private static void refuseFixed(ConfigurationDifferenceView fixed) {
        throw new Refusal(
                ErrorCodes.CONFIGURATION_FIXED,
                fixed.kind() + " " + fixed.code() + " has " + fixed.field() + " " + fixed.here() + " here and "
                        + fixed.there() + " in the document, and it cannot be changed.",
                "file");
    }

    /** Ends a rehearsal that went well. */
    private static final class Rehearsed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Rehearsed() {
            super("rehearsed", null, false, false);
        }
    }
}
