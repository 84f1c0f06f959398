package io.jointlending.repayment;

import io.jointlending.repayment.snapshot.application.SnapshotPenalties;
import io.jointlending.repayment.snapshot.persistence.MyBatisPenaltySnapshots;
import io.jointlending.support.job.Job;
import io.jointlending.support.wiring.JobWiring;
import org.apache.ibatis.session.SqlSession;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The jobs of repayment-provider. */
@Configuration(proxyBeanMethods = false)
@Import(JobWiring.class)
class JobsWiring {
    @Bean
    Job penaltySnapshot(SqlSession session) {
        return new SnapshotPenalties(new MyBatisPenaltySnapshots(session));
    }
}
