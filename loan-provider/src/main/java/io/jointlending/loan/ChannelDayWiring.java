package io.jointlending.loan;

import io.jointlending.api.loan.ChannelReportService;
import io.jointlending.loan.channelday.ChannelDays;
import io.jointlending.loan.channelday.ChannelReportRpc;
import io.jointlending.loan.channelday.CountChannelDays;
import io.jointlending.support.job.Job;
import org.apache.dubbo.config.annotation.DubboService;
import org.mybatis.spring.SqlSessionTemplate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Orders of a day by channel. */
@Configuration(proxyBeanMethods = false)
class ChannelDayWiring {
    @Bean
    ChannelDays channelDays(SqlSessionTemplate session) {
        return new ChannelDays(session);
    }

    @Bean
    Job countChannelDays(ChannelDays days) {
        return new CountChannelDays(days);
    }

    @Bean
    @DubboService(version = "1.0.0")
    ChannelReportService channelReportService(ChannelDays days) {
        return new ChannelReportRpc(days);
    }
}
