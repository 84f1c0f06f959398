package io.jointlending.fund;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.jointlending.fund.flow.domain.template.MadeUpBorrower;
import io.jointlending.support.wiring.SchemaFixture;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/**
 * Looks for the personal data of {@link MadeUpBorrower}, and for what banks of tests call somebody, where none may be: in every column
 * of every table, in messages that wait to be sent, in everything that is logged, down to the finest level.
 */
public final class PersonalData {
    private static final Pattern PERSONAL = Pattern.compile(
            "000000190001010000|6200000000000000|(?<![0-9])10000000000(?![0-9])|Example .{0,4}Li|Somebody Private|Li Lei");

    private PersonalData() {}

    /** Table, column and the value, for each that holds some. */
    public static List<String> in(SchemaFixture database) {
        List<String> found = new ArrayList<>();
        List<String> tables = database.texts("SELECT table_name FROM information_schema.tables WHERE table_schema ="
                + " DATABASE() AND table_type = 'BASE TABLE'");
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                    search(table, rows, found);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        if (tables.size() < 10) {
            throw new IllegalStateException("only " + tables + " were searched");
        }
        return found;
    }

    private static void search(String table, ResultSet rows, List<String> found) throws SQLException {
        while (rows.next()) {
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                byte[] value = rows.getBytes(column);
                String text = value == null ? "" : new String(value, StandardCharsets.UTF_8);
                if (isIn(text)) {
                    found.add(table + "." + rows.getMetaData().getColumnName(column) + ": " + text);
                }
            }
        }
    }

    /** Everything that is logged in this process from now on, with the parts of it that are personal. */
    public static final class Log extends AppenderBase<ILoggingEvent> implements AutoCloseable {
        private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        private final Logger ours = (Logger) LoggerFactory.getLogger("io.jointlending");
        private final Level before;
        private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

        /** Listens. */
        public Log() {
            setContext(root.getLoggerContext());
            start();
            before = ours.getLevel();
            ours.setLevel(Level.TRACE);
            ours.setAdditive(false); // nobody wants to read all that
            ours.addAppender(this);
            root.addAppender(this);
        }

        @Override
        protected void append(ILoggingEvent event) {
            String failure =
                    event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            lines.add(event.getLoggerName() + " " + event.getFormattedMessage() + " " + event.getMDCPropertyMap() + " "
                    + failure);
        }

        /** All lines. */
        public List<String> lines() {
            return List.copyOf(lines);
        }

        /** Those with personal data. */
        public List<String> personal() {
            return lines().stream().filter(PersonalData::isIn).toList();
        }

        @Override
        public void close() {
            root.detachAppender(this);
            ours.detachAppender(this);
            ours.setAdditive(true);
            ours.setLevel(before);
            stop();
        }
    }

    private static boolean isIn(String line) {
        return PERSONAL.matcher(line).find();
    }
}
