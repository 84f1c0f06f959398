package io.jointlending.channel.admin;

import io.jointlending.api.channel.CreateInstitutionRequest;
import io.jointlending.api.channel.InstitutionView;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.support.cache.ConfigurationCache;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;
import java.util.function.UnaryOperator;

/** Adds an institution, with its audit row, in one transaction. Refuses with A0528. */
public final class CreateInstitution {
    private final IdempotentCommands commands;
    private final Institutions institutions;
    private final AuditLog audit;
    private final ConfigurationCache cache;

    /** The idempotent commands open the transaction; the cache tells the other providers after it. */
    public CreateInstitution(
            IdempotentCommands commands, Institutions institutions, AuditLog audit, ConfigurationCache cache) {
        this.commands = commands;
        this.institutions = institutions;
        this.audit = audit;
        this.cache = cache;
    }

    InstitutionView run(CommandKey key, CreateInstitutionRequest request) {
        InstitutionView answer = commands.execute(key, request, InstitutionView.class, () -> add(request));
        cache.announceChange(ConfigurationKinds.INSTITUTION, answer.institutionCode());
        return answer;
    }

    private InstitutionView add(CreateInstitutionRequest request) {
        InstitutionView wanted = request.institution();
        return Sameness.addOnce(
                wanted,
                () -> institutions.find(wanted.institutionCode()),
                UnaryOperator.identity(),
                () -> {
                    institutions.add(wanted);
                    audit.add(
                            new AuditLog.Change("createInstitution", request.requestNo(), request.operator()),
                            AuditLog.INSTITUTION,
                            wanted.institutionCode(),
                            null,
                            wanted);
                    return wanted;
                },
                "institution.institutionCode");
    }
}
