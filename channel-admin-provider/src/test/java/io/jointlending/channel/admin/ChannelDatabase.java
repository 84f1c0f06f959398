package io.jointlending.channel.admin;

import com.alibaba.druid.pool.DruidDataSource;
import com.baomidou.mybatisplus.core.MybatisConfiguration;
import com.baomidou.mybatisplus.extension.spring.MybatisSqlSessionFactoryBean;
import io.jointlending.devstack.Component;
import io.jointlending.devstack.DevStackProcess;
import io.jointlending.support.schema.SchemaScripts;
import io.jointlending.support.schema.VerifyReport;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.mybatis.spring.SqlSessionTemplate;
import org.springframework.jdbc.core.JdbcTemplate;

/** A database of its own on the dev stack, built by the shipped scripts, dropped at the end. */
final class ChannelDatabase implements AutoCloseable {
    private static final Path SCRIPTS = Path.of(System.getProperty("project.root"), "sql", "channel_admin");

    private final String name = "channel_admin_" + UUID.randomUUID().toString().substring(0, 8);
    private final DruidDataSource server;
    final DruidDataSource dataSource;
    final JdbcTemplate jdbc;
    final SqlSessionTemplate session;

    ChannelDatabase() throws Exception {
        DevStackProcess stack = DevStackProcess.shared(Component.MARIADB);
        server = dataSource(stack, "");
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
        }
        dataSource = dataSource(stack, name);
        try (Connection connection = dataSource.getConnection()) {
            SchemaScripts.apply(connection, SCRIPTS);
            SchemaScripts.seed(connection, SCRIPTS);
        }
        jdbc = new JdbcTemplate(dataSource);
        MybatisConfiguration configuration = new MybatisConfiguration();
        configuration.setMapUnderscoreToCamelCase(true);
        configuration.setArgNameBasedConstructorAutoMapping(true);
        MybatisSqlSessionFactoryBean factory = new MybatisSqlSessionFactoryBean();
        factory.setDataSource(dataSource);
        factory.setConfiguration(configuration);
        session = new SqlSessionTemplate(factory.getObject());
    }

    VerifyReport verify() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return SchemaScripts.verify(connection, SCRIPTS);
        }
    }

    @Override
    public void close() throws SQLException {
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE " + name);
        }
        dataSource.close();
        server.close();
    }

    private static DruidDataSource dataSource(DevStackProcess stack, String database) {
        DruidDataSource source = new DruidDataSource();
        source.setUrl(
                "jdbc:mysql://" + stack.property("mysql.host") + ":" + stack.property("mysql.port") + "/"
                        + database
                        + "?sessionVariables=time_zone='%2B00:00',innodb_lock_wait_timeout=5,transaction_isolation='READ-COMMITTED'");
        source.setUsername(stack.property("mysql.root.user"));
        source.setPassword(stack.property("mysql.root.password"));
        source.setMaxActive(16);
        return source;
    }
}
