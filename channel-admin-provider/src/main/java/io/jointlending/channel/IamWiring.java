package io.jointlending.channel;

import io.jointlending.api.iam.IamAuthService;
import io.jointlending.api.iam.IamCheckService;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.channel.iam.ChangePassword;
import io.jointlending.channel.iam.FindPerson;
import io.jointlending.channel.iam.IamAuthRpc;
import io.jointlending.channel.iam.IamCheckRpc;
import io.jointlending.channel.iam.IamPurge;
import io.jointlending.channel.iam.Login;
import io.jointlending.channel.iam.LoginGuard;
import io.jointlending.channel.iam.Passwords;
import io.jointlending.channel.iam.Proof;
import io.jointlending.channel.iam.StoredSessions;
import io.jointlending.channel.iam.Users;
import io.jointlending.support.cache.ConfigurationCache;
import io.jointlending.support.identity.Person;
import io.jointlending.support.identity.Sessions;
import io.jointlending.support.job.Job;
import io.jointlending.support.tx.Transactions;
import org.apache.dubbo.config.annotation.DubboService;
import org.apache.ibatis.session.SqlSession;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Users, roles and sessions. */
@Configuration(proxyBeanMethods = false)
class IamWiring {
    @Bean
    Passwords passwords(Environment environment) {
        return new Passwords(environment.getProperty("jl.iam.password-rounds", Integer.class, Passwords.USUAL_ROUNDS));
    }

    @Bean
    Users users(SqlSession session) {
        return new Users(session);
    }

    @Bean
    StoredSessions storedSessions(SqlSession session, ConfigurationCache cache) {
        return new StoredSessions(session, cache);
    }

    @Bean
    LoginGuard loginGuard(Transactions transactions, SqlSession session) {
        return new LoginGuard(transactions, session);
    }

    @Bean
    Proof proof(Passwords passwords, LoginGuard guard, Users users) {
        return new Proof(passwords, guard, users);
    }

    @Bean
    Login login(
            Proof proof,
            Passwords passwords,
            Users users,
            StoredSessions sessions,
            AuditLog audit,
            Transactions transactions) {
        return new Login(proof, passwords, users, sessions, audit, transactions);
    }

    @Bean
    FindPerson findPerson(Users users, StoredSessions sessions) {
        return new FindPerson(users, sessions);
    }

    @Bean
    Sessions sessions(FindPerson findPerson) {
        return hash -> Person.of(findPerson.run(hash));
    }

    @Bean
    @DubboService(version = "1.0.0")
    IamAuthService iamAuthService(
            Transactions transactions,
            Proof proof,
            Passwords passwords,
            Users users,
            StoredSessions sessions,
            AuditLog audit,
            Login login,
            FindPerson findPerson) {
        ChangePassword change = new ChangePassword(transactions, proof, passwords, users, sessions, audit);
        return new IamAuthRpc(login, change, findPerson, sessions, audit, transactions);
    }

    @Bean
    @DubboService(version = "1.0.0")
    IamCheckService iamCheckService(FindPerson findPerson) {
        return new IamCheckRpc(findPerson);
    }

    @Bean
    Job iamPurge(StoredSessions sessions, LoginGuard guard) {
        return new IamPurge(sessions, guard);
    }
}
