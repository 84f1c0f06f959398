package io.jointlending.channel.admin;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.channel.CompareConfigurationQuery;
import io.jointlending.api.channel.ConfigurationComparisonView;
import io.jointlending.api.channel.ConfigurationFileService;
import io.jointlending.api.channel.ConfigurationFileView;
import io.jointlending.api.channel.ConfigurationImportView;
import io.jointlending.api.channel.ExportConfigurationQuery;
import io.jointlending.api.channel.ImportConfigurationRequest;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;
import java.util.List;

/** The door for moving configuration. */
public final class ConfigurationFileRpc implements ConfigurationFileService {
    private static final String IMPORT = "ConfigurationFileService.importConfiguration";

    private final ConfigurationFiles files;
    private final ImportConfiguration importConfiguration;
    private final IdempotentCommands commands;

    /** Exports read the stores; the stored answers come from the idempotent commands. */
    public ConfigurationFileRpc(
            ConfigurationFiles files, ImportConfiguration importConfiguration, IdempotentCommands commands) {
        this.files = files;
        this.importConfiguration = importConfiguration;
        this.commands = commands;
    }

    @Override
    public RpcResult<ConfigurationFileView> exportConfiguration(ExportConfigurationQuery query) {
        List<String> codes = query.productCodes();
        return RpcResult.ok(codes == null ? files.all() : files.of(codes));
    }

    @Override
    public RpcResult<ConfigurationComparisonView> compareConfiguration(CompareConfigurationQuery query) {
        return RpcResult.ok(importConfiguration.compare(query.file()));
    }

    @Override
    public RpcResult<ConfigurationImportView> importConfiguration(ImportConfigurationRequest request) {
        return RpcResult.ok(importConfiguration.run(CommandKey.of(IMPORT, request.requestNo()), request));
    }

    @Override
    public RpcResult<ConfigurationImportView> queryImportConfigurationByRequestNo(RequestNoQuery query) {
        return RpcResult.ok(
                commands.findAnswer(CommandKey.of(IMPORT, query.requestNo()), ConfigurationImportView.class));
    }
}
