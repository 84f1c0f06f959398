package io.jointlending.support.wiring;

import com.alibaba.druid.pool.DruidDataSource;
import com.baomidou.mybatisplus.core.MybatisConfiguration;
import com.baomidou.mybatisplus.core.config.GlobalConfig;
import com.baomidou.mybatisplus.extension.spring.MybatisSqlSessionFactoryBean;
import io.jointlending.support.config.DatabaseUrl;
import io.jointlending.support.config.ProviderProperties;
import io.jointlending.support.sql.StatementTimes;
import java.sql.Connection;
import java.util.List;
import javax.sql.DataSource;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSessionFactory;

/** Pools of connections that make a stock MySQL 8 behave as this system expects, and MyBatis on them. */
final class ConnectionPools {
    /** A connection that rested longer is tested before it is lent: after a restart of the database few calls meet a dead one. */
    private static final int EVICTION_MILLIS = 1_000;

    private static final int KEEP_ALIVE_MILLIS = 30_000;
    private static final int MIN_IDLE = 2;
    /** Of each connection; they live in this process, not on the server. */
    private static final int STATEMENTS_KEPT = 128;

    private ConnectionPools() {}

    /** A pool that opens its first connection when it is asked for one, and recovers when the database comes back. */
    static DruidDataSource pool(String name, ProviderProperties.Db db, int size) {
        DruidDataSource pool = new DruidDataSource();
        pool.setName(name);
        pool.setDriverClassName("com.mysql.cj.jdbc.Driver");
        pool.setUrl(DatabaseUrl.withDefaults(db.url()));
        pool.setUsername(db.username());
        pool.setPassword(db.password());
        pool.setConnectionInitSqls(List.of("SET time_zone = '+00:00'", "SET innodb_lock_wait_timeout = 5"));
        // every statement belongs to a transaction; switching it for each would be two statements more
        pool.setDefaultAutoCommit(false);
        pool.setDefaultTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        // making the driver's statement object anew for each use is a quarter of its time
        pool.setPoolPreparedStatements(true);
        pool.setMaxPoolPreparedStatementPerConnectionSize(STATEMENTS_KEPT);
        pool.setInitialSize(0);
        pool.setMinIdle(Math.min(MIN_IDLE, size));
        pool.setMaxActive(size);
        pool.setMaxWait(db.maxWait().toMillis());
        pool.setValidationQuery("SELECT 1");
        pool.setTestWhileIdle(true);
        pool.setTestOnBorrow(false);
        pool.setTimeBetweenEvictionRunsMillis(EVICTION_MILLIS);
        pool.setKeepAlive(true);
        pool.setKeepAliveBetweenTimeMillis(KEEP_ALIVE_MILLIS);
        // never give up: threads get B0310 after maxWait while a new connection is tried every second
        pool.setFailFast(false);
        pool.setBreakAfterAcquireFailure(false);
        pool.setConnectionErrorRetryAttempts(1);
        pool.setTimeBetweenConnectErrorMillis(1_000);
        return pool;
    }

    /** MyBatis on a pool: records as rows, no cache that outlives a statement. */
    static SqlSessionFactory sessions(DataSource pool, StatementTimes times) {
        MybatisConfiguration configuration = new RecordConfiguration(times);
        configuration.setDefaultScriptingLanguage(SizedScripts.class);
        configuration.setMapUnderscoreToCamelCase(true);
        configuration.setArgNameBasedConstructorAutoMapping(true);
        configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
        configuration.setCacheEnabled(false);
        MybatisSqlSessionFactoryBean factory = new MybatisSqlSessionFactoryBean();
        factory.setDataSource(pool);
        factory.setConfiguration(configuration);
        factory.setGlobalConfig(new GlobalConfig().setBanner(false));
        try {
            SqlSessionFactory made = factory.getObject();
            if (made == null) {
                throw new IllegalStateException("MyBatis made no session factory");
            }
            return made;
        } catch (Exception e) { // the signature of Spring's FactoryBean
            throw new IllegalStateException("MyBatis cannot be set up", e);
        }
    }
}
