package io.jointlending.channel.admin;

import io.jointlending.api.approval.Actions;
import io.jointlending.api.channel.ImportConfigurationRequest;
import io.jointlending.channel.approval.Change;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.json.BodyHash;
import io.jointlending.support.json.Json;

/**
 * An import that one person proposes and another approves. It is rehearsed when it is proposed, and refused when anything in the
 * configuration was changed between the proposal and the approval.
 */
public final class ImportChange implements Change<ImportConfigurationRequest> {
    private static final String KIND = "CONFIGURATION";
    private static final int HASH_LENGTH = 16;

    private final ImportConfiguration importConfiguration;
    private final ConfigurationRevision revision;

    /** The same act as the direct command. */
    public ImportChange(ImportConfiguration importConfiguration, ConfigurationRevision revision) {
        this.importConfiguration = importConfiguration;
        this.revision = revision;
    }

    @Override
    public String action() {
        return Actions.IMPORT_CONFIGURATION;
    }

    @Override
    public Class<ImportConfigurationRequest> payloadType() {
        return ImportConfigurationRequest.class;
    }

    @Override
    public Target target(ImportConfigurationRequest payload) {
        return new Target(KIND, BodyHash.of(Json.bytes(payload.file())).substring(0, HASH_LENGTH));
    }

    @Override
    public Long version(ImportConfigurationRequest payload) {
        return revision.lock();
    }

    @Override
    public void check(ImportConfigurationRequest payload) {
        importConfiguration.problem(payload).ifPresent(refusal -> {
            throw refusal;
        });
    }

    @Override
    public Done execute(ImportConfigurationRequest payload, String requestNo, String maker) {
        return Done.of(importConfiguration.run(new CommandKey("approval", action(), requestNo), payload));
    }
}
