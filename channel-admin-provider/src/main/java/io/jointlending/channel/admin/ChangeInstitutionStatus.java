package io.jointlending.channel.admin;

import io.jointlending.api.channel.ChangeInstitutionStatusRequest;
import io.jointlending.api.channel.InstitutionView;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.message.ConfigurationPublished;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;
import java.util.Objects;

/** Enables or disables an institution, with its audit row, in one transaction. Refuses with A0527 and A0539. */
public final class ChangeInstitutionStatus {
    private final IdempotentCommands commands;
    private final Institutions institutions;
    private final AuditLog audit;
    private final Publication publication;

    /** The idempotent commands open the transaction; the publication tells the other providers. */
    public ChangeInstitutionStatus(
            IdempotentCommands commands, Institutions institutions, AuditLog audit, Publication publication) {
        this.commands = commands;
        this.institutions = institutions;
        this.audit = audit;
        this.publication = publication;
    }

    InstitutionView run(CommandKey key, ChangeInstitutionStatusRequest request) {
        return commands.execute(key, request, InstitutionView.class, () -> change(request));
    }

    /** In the running transaction. */
    InstitutionView change(ChangeInstitutionStatusRequest request) {
        InstitutionView before = find(request.institutionCode());
        if (before.kind().equals(InstitutionView.SELF)) {
            throw refused(before, "is our own company, which funds what the others leave, and stays enabled");
        }
        if (before.status().equals(request.status())) {
            throw refused(before, "is " + before.status() + " already");
        }
        if (!institutions.changeStatus(before, request.status())) {
            throw refused(before, "was changed by somebody else at the same time; read it and ask again");
        }
        InstitutionView after = find(request.institutionCode());
        audit.add(
                new AuditLog.Change("changeInstitutionStatus", request.requestNo(), request.operator()),
                AuditLog.INSTITUTION,
                request.institutionCode(),
                before,
                after);
        publication.add(
                ConfigurationPublished.INSTITUTION,
                after.institutionCode(),
                Objects.requireNonNull(after.version()),
                after);
        return after;
    }

    private InstitutionView find(String code) {
        return institutions
                .find(code)
                .orElseThrow(() -> new Refusal(ErrorCodes.INSTITUTION_NOT_FOUND, "institutionCode"));
    }

    private static Refusal refused(InstitutionView institution, String why) {
        return new Refusal(
                ErrorCodes.INSTITUTION_STATUS,
                "Institution " + institution.institutionCode() + " " + why + ".",
                "status");
    }
}
