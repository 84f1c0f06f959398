package io.jointlending.api.channel;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.approval.Actions;
import io.jointlending.api.contract.Command;
import io.jointlending.api.contract.FourEyes;
import io.jointlending.api.contract.Query;
import io.jointlending.api.contract.RequirePermission;
import io.jointlending.api.iam.Permissions;

/**
 * Moves configuration from one platform to another, for example from test to production: institutions, ratio schemes, products and
 * fund channels as one document without secrets, versions or times, so that equal configuration gives equal documents.
 */
public interface ConfigurationFileService {
    /**
     * The configuration, or some products with all that they need.
     *
     * <p>Codes: A0521 no such product, A0400 more than 2000 entries of a kind.
     */
    @Query(timeoutMillis = 20_000)
    @RequirePermission(Permissions.CONFIGURATION_READ)
    RpcResult<ConfigurationFileView> exportConfiguration(ExportConfigurationQuery query);

    /**
     * What an import would change here, field by field, and whether it would be accepted. Changes nothing.
     *
     * <p>Codes: A0621 another format.
     */
    @Query(timeoutMillis = 20_000)
    @RequirePermission(Permissions.CONFIGURATION_READ)
    RpcResult<ConfigurationComparisonView> compareConfiguration(CompareConfigurationQuery query);

    /**
     * Adds what is missing here and changes what is different, all or nothing, each entry by the rules of its own command and with
     * its own audit row. What is only here stays. The same document again changes nothing.
     *
     * <p>Codes: A0621 another format, A0622 something is different here that cannot be changed, A0400 an entry stands twice, and
     * those of {@link ChannelCommandService} and {@link FundChannelService}; the message names the entry.
     */
    @Command(timeoutMillis = 20_000)
    @FourEyes(Actions.IMPORT_CONFIGURATION)
    RpcResult<ConfigurationImportView> importConfiguration(ImportConfigurationRequest request);

    /** The stored answer of {@link #importConfiguration}. */
    @Query
    RpcResult<ConfigurationImportView> queryImportConfigurationByRequestNo(RequestNoQuery query);
}
