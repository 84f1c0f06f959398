package io.jointlending.channel;

import io.jointlending.api.channel.ConfigurationFileService;
import io.jointlending.channel.admin.ChangeInstitutionStatus;
import io.jointlending.channel.admin.ChangeProductStatus;
import io.jointlending.channel.admin.ConfigurationFileRpc;
import io.jointlending.channel.admin.ConfigurationFiles;
import io.jointlending.channel.admin.ConfigurationRevision;
import io.jointlending.channel.admin.CreateInstitution;
import io.jointlending.channel.admin.CreateProduct;
import io.jointlending.channel.admin.CreateScheme;
import io.jointlending.channel.admin.FundChannels;
import io.jointlending.channel.admin.ImportChange;
import io.jointlending.channel.admin.ImportConfiguration;
import io.jointlending.channel.admin.Institutions;
import io.jointlending.channel.admin.Products;
import io.jointlending.channel.admin.PutFundChannel;
import io.jointlending.channel.admin.Schemes;
import io.jointlending.channel.approval.Change;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.tx.Transactions;
import org.apache.dubbo.config.annotation.DubboService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configuration as documents, to be moved from one platform to another. */
@Configuration(proxyBeanMethods = false)
class ConfigurationFileWiring {
    @Bean
    ConfigurationFiles configurationFiles(
            Institutions institutions, Schemes schemes, Products products, FundChannels fundChannels) {
        return new ConfigurationFiles(institutions, schemes, products, fundChannels);
    }

    @Bean
    ImportConfiguration.Acts importActs(
            CreateInstitution createInstitution,
            ChangeInstitutionStatus changeInstitutionStatus,
            CreateScheme createScheme,
            CreateProduct createProduct,
            ChangeProductStatus changeProductStatus,
            PutFundChannel putFundChannel) {
        return new ImportConfiguration.Acts(
                createInstitution,
                changeInstitutionStatus,
                createScheme,
                createProduct,
                changeProductStatus,
                putFundChannel);
    }

    @Bean
    ImportConfiguration importConfiguration(
            IdempotentCommands commands,
            Transactions transactions,
            ConfigurationFiles files,
            ConfigurationRevision revision,
            FundChannels fundChannels,
            ImportConfiguration.Acts acts) {
        return new ImportConfiguration(commands, transactions, files, revision, fundChannels, acts);
    }

    @Bean
    Change<?> importConfigurationChange(ImportConfiguration importConfiguration, ConfigurationRevision revision) {
        return new ImportChange(importConfiguration, revision);
    }

    @Bean
    @DubboService(version = "1.0.0")
    ConfigurationFileService configurationFileService(
            ConfigurationFiles files, ImportConfiguration importConfiguration, IdempotentCommands commands) {
        return new ConfigurationFileRpc(files, importConfiguration, commands);
    }
}
