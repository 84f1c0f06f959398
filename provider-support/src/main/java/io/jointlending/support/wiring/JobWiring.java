package io.jointlending.support.wiring;

import io.jointlending.api.ops.JobAdminService;
import io.jointlending.support.config.ProviderProperties;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.job.Job;
import io.jointlending.support.job.JobAdminRpc;
import io.jointlending.support.job.JobRunner;
import io.jointlending.support.task.PoolSize;
import io.jointlending.support.time.BusinessCalendar;
import io.jointlending.support.tx.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.dubbo.config.annotation.DubboService;
import org.mybatis.spring.SqlSessionTemplate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Jobs of the business day; the beans of type {@link Job} that a provider declares are collected. */
@Configuration(proxyBeanMethods = false)
class JobWiring {
    @Bean
    JobRunner jobRunner(
            ObjectProvider<Job> jobs,
            Transactions transactions,
            SqlSessionTemplate session,
            BusinessCalendar calendar,
            MeterRegistry meters,
            ProviderProperties properties) {
        return new JobRunner(
                jobs.orderedStream().toList(),
                transactions,
                session,
                InstanceName.of(properties.dubbo().port()),
                calendar,
                meters,
                PoolSize.atMost(properties.jobs().threads()),
                properties.jobs().timer());
    }

    @Bean
    @DubboService(version = "1.0.0", group = "${jl.application}")
    JobAdminService jobAdminService(JobRunner runner, IdempotentCommands commands, BusinessCalendar calendar) {
        return new JobAdminRpc(runner, commands, calendar);
    }
}
