package io.jointlending.support.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.executor.parameter.ParameterHandler;
import org.apache.ibatis.executor.statement.StatementHandler;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.session.ResultHandler;

/** Measures a statement while it runs; a failure is measured as well. */
@SuppressWarnings("rawtypes") // the signatures of MyBatis
record TimedStatement(StatementHandler handler, StatementTimes.Times times) implements StatementHandler {
    @Override
    public int update(Statement statement) throws SQLException {
        long start = System.nanoTime();
        try {
            return handler.update(statement);
        } finally {
            times.took(System.nanoTime() - start);
        }
    }

    @Override
    public <E> List<E> query(Statement statement, ResultHandler resultHandler) throws SQLException {
        long start = System.nanoTime();
        try {
            return handler.query(statement, resultHandler);
        } finally {
            times.took(System.nanoTime() - start);
        }
    }

    @Override
    public <E> Cursor<E> queryCursor(Statement statement) throws SQLException {
        return handler.queryCursor(statement);
    }

    @Override
    public void batch(Statement statement) throws SQLException {
        handler.batch(statement);
    }

    @Override
    public Statement prepare(Connection connection, Integer transactionTimeout) throws SQLException {
        return handler.prepare(connection, transactionTimeout);
    }

    @Override
    public void parameterize(Statement statement) throws SQLException {
        handler.parameterize(statement);
    }

    @Override
    public BoundSql getBoundSql() {
        return handler.getBoundSql();
    }

    @Override
    public ParameterHandler getParameterHandler() {
        return handler.getParameterHandler();
    }
}
