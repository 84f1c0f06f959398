package io.jointlending.loan;

import io.jointlending.api.channel.AcquisitionChannelService;
import io.jointlending.api.channel.ChannelQueryService;
import io.jointlending.api.message.ConfigurationPublished;
import io.jointlending.loan.order.domain.Channels;
import io.jointlending.loan.order.domain.Products;
import io.jointlending.loan.order.remote.AcquisitionChannels;
import io.jointlending.loan.order.remote.ChannelProducts;
import io.jointlending.support.cache.ConfigurationCache;
import io.jointlending.support.configuration.KeptConfiguration;
import io.jointlending.support.configuration.StoredCopies;
import io.jointlending.support.consume.Subscription;
import io.jointlending.support.tx.Transactions;
import java.util.Set;
import org.apache.dubbo.config.annotation.DubboReference;
import org.apache.dubbo.config.spring.ReferenceBean;
import org.mybatis.spring.SqlSessionTemplate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What channel-admin-provider owns and orders are checked against. */
@Configuration(proxyBeanMethods = false)
class ChannelAdminWiring {
    private static final String VERSION = "1.0.0";

    @Bean
    @DubboReference(version = VERSION, check = false)
    ReferenceBean<ChannelQueryService> channelQueryService() {
        return new ReferenceBean<>();
    }

    @Bean
    @DubboReference(version = VERSION, check = false)
    ReferenceBean<AcquisitionChannelService> acquisitionChannelService() {
        return new ReferenceBean<>();
    }

    @Bean
    KeptConfiguration keptConfiguration(
            ConfigurationCache cache, Transactions transactions, SqlSessionTemplate session) {
        return new KeptConfiguration(cache, new StoredCopies(transactions, session));
    }

    @Bean
    Subscription<ConfigurationPublished> configurationPublished(KeptConfiguration kept) {
        return kept.subscription(
                "loan-configuration", Set.of(ConfigurationPublished.PRODUCT, ConfigurationPublished.CHANNEL));
    }

    @Bean
    Products products(ChannelQueryService channels, KeptConfiguration kept) {
        return new ChannelProducts(channels, kept);
    }

    @Bean
    Channels acquisitionChannels(AcquisitionChannelService channels, KeptConfiguration kept, Environment environment) {
        return new AcquisitionChannels(
                channels, kept, environment.getProperty("jl.order.channel-required", Boolean.class, false));
    }
}
