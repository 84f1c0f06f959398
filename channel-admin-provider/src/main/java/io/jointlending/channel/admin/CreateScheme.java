package io.jointlending.channel.admin;

import io.jointlending.api.channel.CreateSchemeRequest;
import io.jointlending.api.channel.SchemeView;
import io.jointlending.api.channel.ShareView;
import io.jointlending.api.message.ConfigurationPublished;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;

/** Adds a ratio scheme, with its audit row, in one transaction. Refuses with A0400, A0527, A0528, A0529 and A0535. */
public final class CreateScheme {
    private final IdempotentCommands commands;
    private final Institutions institutions;
    private final Schemes schemes;
    private final AuditLog audit;
    private final Publication publication;

    /** The idempotent commands open the transaction; the publication tells the other providers. */
    public CreateScheme(
            IdempotentCommands commands,
            Institutions institutions,
            Schemes schemes,
            AuditLog audit,
            Publication publication) {
        this.commands = commands;
        this.institutions = institutions;
        this.schemes = schemes;
        this.audit = audit;
        this.publication = publication;
    }

    SchemeView run(CommandKey key, CreateSchemeRequest request) {
        return commands.execute(key, request, SchemeView.class, () -> add(request));
    }

    /** In the running transaction. */
    SchemeView add(CreateSchemeRequest request) {
        SchemeView wanted = SchemeRules.canonical(request.scheme());
        SchemeRules.checkWhole(wanted);
        SchemeRules.checkInstitutions(
                wanted,
                institutions.findAll(
                        wanted.shares().stream().map(ShareView::institutionCode).toList()));
        return Sameness.addOnce(
                wanted,
                () -> schemes.find(wanted.schemeCode()),
                SchemeRules::canonical,
                () -> {
                    schemes.add(wanted);
                    audit.add(
                            new AuditLog.Change("createScheme", request.requestNo(), request.operator()),
                            AuditLog.SCHEME,
                            wanted.schemeCode(),
                            null,
                            wanted);
                    publication.add(ConfigurationPublished.SCHEME, wanted.schemeCode(), Publication.FIRST, wanted);
                    return wanted;
                },
                "scheme.schemeCode");
    }
}
