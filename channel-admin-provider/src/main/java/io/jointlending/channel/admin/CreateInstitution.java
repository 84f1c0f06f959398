package io.jointlending.channel.admin;

import io.jointlending.api.channel.CreateInstitutionRequest;
import io.jointlending.api.channel.InstitutionView;
import io.jointlending.api.message.ConfigurationPublished;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;

/** Adds an institution, with its audit row, in one transaction. Refuses with A0528. */
public final class CreateInstitution {
    private final IdempotentCommands commands;
    private final Institutions institutions;
    private final AuditLog audit;
    private final Publication publication;

    /** The idempotent commands open the transaction; the publication tells the other providers. */
    public CreateInstitution(
            IdempotentCommands commands, Institutions institutions, AuditLog audit, Publication publication) {
        this.commands = commands;
        this.institutions = institutions;
        this.audit = audit;
        this.publication = publication;
    }

    InstitutionView run(CommandKey key, CreateInstitutionRequest request) {
        return commands.execute(key, request, InstitutionView.class, () -> add(request));
    }

    /** In the running transaction. */
    InstitutionView add(CreateInstitutionRequest request) {
        InstitutionView wanted = ConfigurationKind.of(request.institution());
        return Sameness.addOnce(
                wanted,
                () -> institutions.find(wanted.institutionCode()),
                ConfigurationKind::of,
                () -> {
                    institutions.add(wanted);
                    audit.add(
                            new AuditLog.Change("createInstitution", request.requestNo(), request.operator()),
                            AuditLog.INSTITUTION,
                            wanted.institutionCode(),
                            null,
                            wanted);
                    publication.add(
                            ConfigurationPublished.INSTITUTION, wanted.institutionCode(), Publication.FIRST, wanted);
                    return wanted;
                },
                "institution.institutionCode");
    }
}
