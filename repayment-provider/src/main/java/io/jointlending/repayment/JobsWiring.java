package io.jointlending.repayment;

import io.jointlending.repayment.due.domain.DueOrders;
import io.jointlending.repayment.due.persistence.MyBatisDueOrders;
import io.jointlending.repayment.quote.application.ComputeQuote;
import io.jointlending.repayment.quote.application.PrecomputeQuotes;
import io.jointlending.repayment.quote.application.QuoteRepayment;
import io.jointlending.repayment.quote.application.StoredQuotes;
import io.jointlending.repayment.snapshot.application.SnapshotPenalties;
import io.jointlending.repayment.snapshot.persistence.MyBatisPenaltySnapshots;
import io.jointlending.support.job.Job;
import io.jointlending.support.tx.Transactions;
import io.jointlending.support.wiring.JobWiring;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
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

    @Bean
    DueOrders dueOrders(SqlSession session) {
        return new MyBatisDueOrders(session);
    }

    @Bean
    Job precomputeQuotes(DueOrders due, ComputeQuote compute, StoredQuotes quotes, Transactions transactions) {
        return new PrecomputeQuotes(due, compute, quotes, transactions);
    }

    @Bean
    FunctionCounter quotesAsked(QuoteRepayment quotes, MeterRegistry meters) {
        return FunctionCounter.builder("jl.quote.asked", quotes, QuoteRepayment::asked)
                .description("quotes asked for in this instance")
                .register(meters);
    }

    @Bean
    FunctionCounter quotesComputed(QuoteRepayment quotes, MeterRegistry meters) {
        return FunctionCounter.builder("jl.quote.computed", quotes, QuoteRepayment::computed)
                .description("quotes that had to be computed for that")
                .register(meters);
    }
}
