package io.jointlending.fund;

import io.jointlending.api.message.RepaymentPosted;
import io.jointlending.api.message.RepaymentReversed;
import io.jointlending.api.repayment.RepaymentService;
import io.jointlending.fund.definition.application.PublishedDefinitions;
import io.jointlending.fund.notice.application.NotifyInstitutions;
import io.jointlending.fund.notice.application.ToldInstitutions;
import io.jointlending.fund.notice.domain.Notices;
import io.jointlending.fund.notice.messaging.NoticeListener;
import io.jointlending.fund.notice.persistence.MyBatisNotices;
import io.jointlending.fund.notice.remote.LedgerSplits;
import io.jointlending.fund.statement.application.AskStatements;
import io.jointlending.fund.statement.application.TakeStatement;
import io.jointlending.fund.suborder.domain.SubOrders;
import io.jointlending.fund.task.application.SubmitTask;
import io.jointlending.support.alarm.Alarms;
import io.jointlending.support.consume.Subscription;
import io.jointlending.support.job.Job;
import io.jointlending.support.outbox.Outbox;
import io.jointlending.support.task.Sweeper;
import io.jointlending.support.tx.Transactions;
import java.time.Duration;
import org.apache.dubbo.config.annotation.DubboReference;
import org.apache.dubbo.config.spring.ReferenceBean;
import org.apache.ibatis.session.SqlSession;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What institutions are told of repayments, and what they tell in their daily files. */
@Configuration(proxyBeanMethods = false)
public class BookkeepingWiring {
    private static final String VERSION = "1.0.0";
    private static final Duration IDLE = Duration.ofMillis(500);

    @Bean
    Notices repaymentNotices(Transactions transactions, SqlSession session) {
        return new MyBatisNotices(transactions, session);
    }

    @Bean
    @DubboReference(version = VERSION, check = false)
    ReferenceBean<RepaymentService> repaymentService() {
        return new ReferenceBean<>();
    }

    @Bean
    Sweeper noticeSweeper(
            Transactions transactions,
            Notices notices,
            RepaymentService ledgers,
            SubOrders subOrders,
            PublishedDefinitions published,
            SubmitTask submit,
            @Qualifier("taskSweeper") Sweeper taskSweeper) {
        NotifyInstitutions notify = new NotifyInstitutions(
                transactions, notices, new LedgerSplits(ledgers), subOrders, published, submit, taskSweeper::wake);
        return new Sweeper("fund-notices", IDLE, notify::round);
    }

    @Bean
    Subscription<RepaymentPosted> postedNotices(Notices notices, PublishedDefinitions published) {
        return NoticeListener.posted(notices, () -> published.anyChannelHas(NotifyInstitutions.REPAYMENT));
    }

    @Bean
    Subscription<RepaymentReversed> reversedNotices(Notices notices, PublishedDefinitions published) {
        return NoticeListener.reversed(notices, () -> published.anyChannelHas(NotifyInstitutions.REPAYMENT));
    }

    /** The message of it is for whoever reports outside of these providers: it can be left out. */
    @Bean
    ToldInstitutions toldInstitutions(
            SubOrders subOrders,
            Outbox outbox,
            SqlSession session,
            @Value("${jl.fund.notified-messages:true}") boolean messages) {
        return new ToldInstitutions(subOrders, outbox, new Alarms(session)::raise, messages);
    }

    @Bean
    TakeStatement takeStatement(PublishedDefinitions published, SubmitTask submit, Outbox outbox, SqlSession session) {
        return new TakeStatement(published, submit, outbox, new Alarms(session)::raise);
    }

    @Bean
    Job askStatements(PublishedDefinitions published, SubmitTask submit) {
        return new AskStatements(published, submit);
    }
}
