package io.jointlending.channel;

import io.jointlending.api.channel.AuditQueryService;
import io.jointlending.api.channel.ChannelCommandService;
import io.jointlending.api.channel.ChannelQueryService;
import io.jointlending.api.channel.FundChannelService;
import io.jointlending.api.message.MessageTypes;
import io.jointlending.channel.admin.ChangeInstitutionStatus;
import io.jointlending.channel.admin.ChangeProductStatus;
import io.jointlending.channel.admin.ChannelCommandRpc;
import io.jointlending.channel.admin.ChannelQueryRpc;
import io.jointlending.channel.admin.ConfigurationRevision;
import io.jointlending.channel.admin.CreateInstitution;
import io.jointlending.channel.admin.CreateProduct;
import io.jointlending.channel.admin.CreateScheme;
import io.jointlending.channel.admin.FundChannelRpc;
import io.jointlending.channel.admin.FundChannels;
import io.jointlending.channel.admin.Institutions;
import io.jointlending.channel.admin.Products;
import io.jointlending.channel.admin.Publication;
import io.jointlending.channel.admin.PutFundChannel;
import io.jointlending.channel.admin.Schemes;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.channel.audit.AuditQueryRpc;
import io.jointlending.support.cache.ConfigurationCache;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.outbox.MessageType;
import io.jointlending.support.outbox.Outbox;
import org.apache.dubbo.config.annotation.DubboService;
import org.apache.ibatis.session.SqlSession;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Institutions, schemes, products, fund channels, and the audit of their changes. */
@Configuration(proxyBeanMethods = false)
class ConfigurationWiring {
    @Bean
    Institutions institutions(SqlSession session) {
        return new Institutions(session);
    }

    @Bean
    Schemes schemes(SqlSession session) {
        return new Schemes(session);
    }

    @Bean
    Products products(SqlSession session) {
        return new Products(session);
    }

    @Bean
    AuditLog auditLog(SqlSession session) {
        return new AuditLog(session);
    }

    @Bean
    MessageType configurationPublished() {
        return MessageType.of(MessageTypes.TOPIC_CHANNEL_ADMIN, MessageTypes.CONFIGURATION_PUBLISHED);
    }

    @Bean
    ConfigurationRevision configurationRevision(SqlSession session) {
        return new ConfigurationRevision(session);
    }

    @Bean
    Publication publication(Outbox outbox, ConfigurationCache cache, ConfigurationRevision revision) {
        return new Publication(outbox, cache, revision);
    }

    @Bean
    CreateInstitution createInstitution(
            IdempotentCommands commands, Institutions institutions, AuditLog audit, Publication publication) {
        return new CreateInstitution(commands, institutions, audit, publication);
    }

    @Bean
    ChangeInstitutionStatus changeInstitutionStatus(
            IdempotentCommands commands, Institutions institutions, AuditLog audit, Publication publication) {
        return new ChangeInstitutionStatus(commands, institutions, audit, publication);
    }

    @Bean
    CreateScheme createScheme(
            IdempotentCommands commands,
            Institutions institutions,
            Schemes schemes,
            AuditLog audit,
            Publication publication) {
        return new CreateScheme(commands, institutions, schemes, audit, publication);
    }

    @Bean
    CreateProduct createProduct(
            IdempotentCommands commands, Schemes schemes, Products products, AuditLog audit, Publication publication) {
        return new CreateProduct(commands, schemes, products, audit, publication);
    }

    @Bean
    ChangeProductStatus changeProductStatus(
            IdempotentCommands commands, Products products, AuditLog audit, Publication publication) {
        return new ChangeProductStatus(commands, products, audit, publication);
    }

    @Bean
    @DubboService(version = "1.0.0")
    ChannelQueryService channelQueryService(Products products, Schemes schemes, Institutions institutions) {
        return new ChannelQueryRpc(products, schemes, institutions);
    }

    @Bean
    @DubboService(version = "1.0.0")
    ChannelCommandService channelCommandService(
            CreateInstitution createInstitution,
            ChangeInstitutionStatus changeInstitutionStatus,
            CreateScheme createScheme,
            CreateProduct createProduct,
            ChangeProductStatus changeProductStatus,
            IdempotentCommands commands) {
        return new ChannelCommandRpc(
                createInstitution, changeInstitutionStatus, createScheme, createProduct, changeProductStatus, commands);
    }

    @Bean
    FundChannels fundChannels(SqlSession session) {
        return new FundChannels(session);
    }

    @Bean
    PutFundChannel putFundChannel(
            IdempotentCommands commands,
            Institutions institutions,
            FundChannels channels,
            AuditLog audit,
            Publication publication) {
        return new PutFundChannel(commands, institutions, channels, audit, publication);
    }

    @Bean
    @DubboService(version = "1.0.0")
    FundChannelService fundChannelService(
            FundChannels channels, PutFundChannel putFundChannel, IdempotentCommands commands) {
        return new FundChannelRpc(channels, putFundChannel, commands);
    }

    @Bean
    @DubboService(version = "1.0.0")
    AuditQueryService auditQueryService(SqlSession session) {
        return new AuditQueryRpc(session);
    }
}
