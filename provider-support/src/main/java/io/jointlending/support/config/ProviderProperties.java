package io.jointlending.support.config;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Everything under {@code jl.}. As an environment variable a key is in upper case with underscores: {@code jl.db.url} is
 * {@code JL_DB_URL}.
 *
 * @param application Dubbo application name, such as {@code loan-provider}
 * @param db database
 * @param registry ZooKeeper
 * @param redis Redis
 * @param mq RocketMQ
 * @param dubbo ports and threads of Dubbo
 * @param ops address of {@code /live}, {@code /ready}, {@code /metrics}
 * @param cache answers of other providers
 * @param jobs work of the business day
 * @param alarm where alarms go
 * @param retention how long rows are kept
 * @param development exports what exists for tests and drills, and lets the business date be moved
 * @param security keys of applications
 * @param allowedCallers addresses or networks ({@code 10.1.0.0/16}) that may call; empty allows all
 * @param home directory of logs and caches; empty is the working directory
 */
@ConfigurationProperties("jl")
public record ProviderProperties(
        @DefaultValue("provider") String application,
        @DefaultValue Db db,
        @DefaultValue Registry registry,
        @DefaultValue Redis redis,
        @DefaultValue Mq mq,
        @DefaultValue Dubbo dubbo,
        @DefaultValue Ops ops,
        @DefaultValue Cache cache,
        @DefaultValue Jobs jobs,
        @DefaultValue Alarm alarm,
        @DefaultValue Retention retention,
        @DefaultValue("false") boolean development,
        @DefaultValue Security security,
        @DefaultValue List<String> allowedCallers,
        @DefaultValue("") String home) {

    /** Fills what follows from the application's name. */
    public ProviderProperties {
        String schema = schemaOf(application);
        db = new Db(
                db.url().isBlank() ? "jdbc:mysql://127.0.0.1:3306/" + schema : db.url(),
                db.username().isBlank() ? schema : db.username(),
                db.password(),
                db.poolSize(),
                db.maxWait(),
                db.schemaVersion());
        allowedCallers = allowedCallers.stream()
                .map(String::trim)
                .filter(address -> !address.isEmpty())
                .toList();
    }

    /** The schema that the provider owns: {@code fund-router-provider} owns {@code fund_router}. */
    public String schema() {
        return schemaOf(application);
    }

    private static String schemaOf(String application) {
        String name = application.endsWith("-provider")
                ? application.substring(0, application.length() - "-provider".length())
                : application;
        return name.replace('-', '_').toLowerCase(Locale.ROOT);
    }

    /**
     * MySQL 8.
     *
     * @param url JDBC URL
     * @param username account of the provider's schema
     * @param password its password
     * @param poolSize connections for business transactions; a small second pool serves relay, numbers and health
     * @param maxWait how long a thread waits for a connection before B0310
     * @param schemaVersion oldest schema that this release works with, such as V001; set by the provider, not by operators
     */
    public record Db(
            @DefaultValue("") String url,
            @DefaultValue("") String username,
            @DefaultValue("") String password,
            @DefaultValue("32") int poolSize,
            @DefaultValue("3s") Duration maxWait,
            @DefaultValue("V001") String schemaVersion) {}

    /**
     * ZooKeeper.
     *
     * @param address {@code zookeeper://a:2181?backup=b:2181,c:2181}
     */
    public record Registry(@DefaultValue("zookeeper://127.0.0.1:2181") String address) {}

    /**
     * Redis.
     *
     * @param address {@code redis://host:port}; several, separated by commas, are a cluster
     * @param username account, may be empty
     * @param password its password, may be empty
     */
    public record Redis(
            @DefaultValue("redis://127.0.0.1:6379") String address,
            @DefaultValue("") String username,
            @DefaultValue("") String password) {}

    /**
     * RocketMQ.
     *
     * @param nameServer host:port, several separated by semicolons
     * @param accessKey account, empty without access control
     * @param secretKey its secret
     * @param consumeThreads threads per consumer group
     * @param maxAttempts deliveries of a message that fails by itself before it becomes a dead letter
     */
    public record Mq(
            @DefaultValue("127.0.0.1:9876") String nameServer,
            @DefaultValue("") String accessKey,
            @DefaultValue("") String secretKey,
            @DefaultValue("8") int consumeThreads,
            @DefaultValue("16") int maxAttempts) {}

    /**
     * Dubbo.
     *
     * @param port of the protocol
     * @param maxRunning calls that run at the same time; more are answered B0210 at once
     */
    public record Dubbo(@DefaultValue("20880") int port, @DefaultValue("128") int maxRunning) {}

    /**
     * HTTP for operators.
     *
     * @param host address to bind
     * @param port 0 takes a free one
     */
    public record Ops(@DefaultValue("127.0.0.1") String host, @DefaultValue("18080") int port) {}

    /**
     * Answers of other providers.
     *
     * @param ttl how long they are kept without a notice of change
     */
    public record Cache(@DefaultValue("5s") Duration ttl) {}

    /**
     * Work of the business day, in providers that have such jobs.
     *
     * @param threads shards that this instance works on at a time
     * @param timer starts each job at its time; false leaves them to {@code JobAdminService.run}
     */
    public record Jobs(@DefaultValue("2") int threads, @DefaultValue("true") boolean timer) {}

    /**
     * Where alarms go; they are in the log in any case.
     *
     * @param webhook address that gets each alarm as JSON; empty: none
     */
    public record Alarm(@DefaultValue("") String webhook) {}

    /**
     * How many days rows are kept before the job {@code mq-purge} deletes them.
     *
     * @param sentDays messages that were sent or cancelled
     * @param consumedDays keys of consumed messages; longer than sent messages
     * @param commandDays answers of commands
     * @param jobDays finished runs of jobs
     * @param alarmDays alarms that somebody was told of
     * @param auditDays what operators did with messages
     */
    public record Retention(
            @DefaultValue("7") int sentDays,
            @DefaultValue("14") int consumedDays,
            @DefaultValue("30") int commandDays,
            @DefaultValue("90") int jobDays,
            @DefaultValue("90") int alarmDays,
            @DefaultValue("1825") int auditDays) {}

    /**
     * Keys of applications.
     *
     * @param masterKey base64 of 32 bytes, the same in every provider; empty only for development, where calls need no signature
     * @param refusedKeys {@code name.version} of keys that are no longer good
     * @param freshness how far the time in a signature may be from the clock of this machine
     */
    public record Security(
            @DefaultValue("") String masterKey,
            @DefaultValue List<String> refusedKeys,
            @DefaultValue("60s") Duration freshness) {
        /** Without the key. */
        @Override
        public String toString() {
            return "Security[refusedKeys=" + refusedKeys + ", freshness=" + freshness + "]";
        }
    }
}
