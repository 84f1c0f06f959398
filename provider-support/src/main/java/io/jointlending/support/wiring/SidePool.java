package io.jointlending.support.wiring;

import com.alibaba.druid.pool.DruidDataSource;
import io.jointlending.support.config.ProviderProperties;
import io.jointlending.support.sql.StatementTimes;
import io.jointlending.support.tx.SpringTransactions;
import io.jointlending.support.tx.Transactions;
import javax.sql.DataSource;
import org.mybatis.spring.SqlSessionTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * A few connections for what must not wait for business transactions: the relay, number segments and health. Threads that
 * hold all business connections can still fetch a segment, and messages still leave.
 */
final class SidePool implements AutoCloseable {
    private static final int SIZE = 4;

    private final DruidDataSource pool;
    private final SqlSessionTemplate session;
    private final Transactions transactions;

    SidePool(ProviderProperties.Db db, StatementTimes times) {
        this.pool = ConnectionPools.pool("side", db, SIZE);
        this.session = new SqlSessionTemplate(ConnectionPools.sessions(pool, times));
        this.transactions = new SpringTransactions(new DataSourceTransactionManager(pool));
    }

    DataSource dataSource() {
        return pool;
    }

    SqlSessionTemplate session() {
        return session;
    }

    Transactions transactions() {
        return transactions;
    }

    @Override
    public void close() {
        pool.close();
    }
}
