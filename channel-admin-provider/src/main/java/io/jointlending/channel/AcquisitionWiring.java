package io.jointlending.channel;

import io.jointlending.api.channel.AcquisitionChannelService;
import io.jointlending.channel.acquisition.AcquisitionChannelRpc;
import io.jointlending.channel.acquisition.AcquisitionChannels;
import io.jointlending.channel.acquisition.ApplyForChannel;
import io.jointlending.channel.acquisition.ChangeChannelStatus;
import io.jointlending.channel.acquisition.ChannelRecord;
import io.jointlending.channel.acquisition.ReviewChannel;
import io.jointlending.channel.admin.Publication;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.support.idempotency.IdempotentCommands;
import org.apache.dubbo.config.annotation.DubboService;
import org.apache.ibatis.session.SqlSession;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Channels: where borrowers come from. */
@Configuration(proxyBeanMethods = false)
class AcquisitionWiring {
    @Bean
    AcquisitionChannels acquisitionChannels(SqlSession session) {
        return new AcquisitionChannels(session);
    }

    @Bean
    ChannelRecord channelRecord(AuditLog audit, Publication publication) {
        return new ChannelRecord(audit, publication);
    }

    @Bean
    ChangeChannelStatus changeChannelStatus(
            IdempotentCommands commands, AcquisitionChannels channels, ChannelRecord record) {
        return new ChangeChannelStatus(commands, channels, record);
    }

    @Bean
    @DubboService(version = "1.0.0")
    AcquisitionChannelService acquisitionChannelService(
            IdempotentCommands commands,
            AcquisitionChannels channels,
            ChannelRecord record,
            ChangeChannelStatus changeChannelStatus) {
        return new AcquisitionChannelRpc(
                channels,
                new ApplyForChannel(commands, channels, record),
                new ReviewChannel(commands, channels, record),
                changeChannelStatus,
                commands);
    }
}
