package io.jointlending.support.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The command line of {@code scripts/sql}. Passwords come from the environment or a file, never from here. */
final class ToolOptions {
    static final String USAGE =
            """
            usage: scripts/sql COMMAND [options]

              apply      run the versions not applied yet, of one schema or of all
              verify     run the check scripts; each SELECT must return no row
              rollback   take the newest version of one schema back
              status     what ran, what is to run, what is wrong
              seed       run the seed scripts not applied yet
              archive    move what has ended to the archive tables of one schema, in batches

              --schema NAME|all        folder under sql/ (default all; rollback needs one)
              --url URL                jdbc:mysql://host:port[/database][?options] (default: JL_DBA_URL, then jdbc:mysql://127.0.0.1:3306)
              --user NAME              database account (default: JL_DBA_USER, then root)
              --password-file FILE     first line is its password (default: the environment variable JL_DBA_PASSWORD)
              --database NAME          database of the one schema named (default: the name of the schema)
              --database-suffix TEXT   appended to the name of each schema
              --to V001                apply: stop after this version
              --version V001           rollback: the version to take back, which has to be the newest
              --drop-data              rollback: allow to drop tables that have rows
              --create-database        apply: make the database if there is none
              --accounts               apply: afterwards run grants.sql; password from JL_<SCHEMA>_DB_PASSWORD
              --seed                   apply: afterwards run the seed scripts not applied yet
              --before DATE            archive: what ended before this date, such as 2026-01-01
              --batch N                archive: orders in one transaction, 1 to 1000 (default 100)
              --batches N              archive: stop after so many; the next run goes on (default: no limit)
              --pause MILLIS           archive: pause after a batch (default 100)
              --dry-run                print the statements that would run on stderr, change nothing
              --timeout SECONDS        wait this long for another run on the same database (default 30)
              --sql-dir DIR            folder with the schemas (default: JL_SQL_DIR, then sql)

            One line of JSON on stdout, everything else on stderr.
            Exit codes: 0 done, 1 failed (also: verify found rows), 2 usage, 3 another run did not end in time, 4 refused
            """;

    private static final List<String> COMMANDS = List.of("apply", "verify", "rollback", "status", "seed", "archive");
    private static final Pattern URL = Pattern.compile("(jdbc:mysql:(?:[a-z]+:)?//[^/?]+)(?:/([^?]*))?(\\?.*)?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]+");

    private static final int DEFAULT_BATCH = 100;
    private static final int DEFAULT_PAUSE_MILLIS = 100;

    String command = "";
    String schema = "all";
    String url;
    String user;

    @Nullable
    String passwordFile;

    @Nullable
    String database;

    String databaseSuffix = "";

    @Nullable
    String to;

    @Nullable
    String version;

    @Nullable
    LocalDate before;

    int batch = DEFAULT_BATCH;
    int batches = Integer.MAX_VALUE;
    int pauseMillis = DEFAULT_PAUSE_MILLIS;
    boolean dropData;
    boolean createDatabase;
    boolean accounts;
    boolean seed;
    boolean dryRun;
    int timeoutSeconds = SchemaScripts.DEFAULT_WAIT_SECONDS;
    Path sqlDir;

    private final Map<String, String> environment;

    private ToolOptions(Map<String, String> environment) {
        this.environment = environment;
        this.url = environment.getOrDefault("JL_DBA_URL", "jdbc:mysql://127.0.0.1:3306");
        this.user = environment.getOrDefault("JL_DBA_USER", "root");
        this.sqlDir = Path.of(environment.getOrDefault("JL_SQL_DIR", "sql"));
    }

    /** Reads a command line; throws {@link SchemaException} with {@code USAGE} when it makes no sense. */
    static ToolOptions parse(String[] args, Map<String, String> environment) {
        ToolOptions options = new ToolOptions(environment);
        Iterator<String> words = Arrays.asList(args).iterator();
        while (words.hasNext()) {
            options.read(words.next(), words);
        }
        options.check();
        return options;
    }

    private void read(String word, Iterator<String> words) {
        switch (word) {
            case "--schema" -> schema = value(word, words);
            case "--url" -> url = value(word, words);
            case "--user" -> user = value(word, words);
            case "--password-file" -> passwordFile = value(word, words);
            case "--database" -> database = value(word, words);
            case "--database-suffix" -> databaseSuffix = value(word, words);
            case "--to" -> to = value(word, words);
            case "--version" -> version = value(word, words);
            case "--timeout" -> timeoutSeconds = seconds(value(word, words));
            case "--sql-dir" -> sqlDir = Path.of(value(word, words));
            case "--before" -> before = date(value(word, words));
            case "--batch" -> batch = positive(word, value(word, words), ArchiveRequest.MOST_ORDERS);
            case "--batches" -> batches = positive(word, value(word, words), Integer.MAX_VALUE);
            case "--pause" -> pauseMillis = positive(word, value(word, words), Integer.MAX_VALUE);
            case "--drop-data" -> dropData = true;
            case "--create-database" -> createDatabase = true;
            case "--accounts" -> accounts = true;
            case "--seed" -> seed = true;
            case "--dry-run" -> dryRun = true;
            default -> {
                if (word.startsWith("-") || !command.isEmpty()) {
                    throw usage("unknown argument " + word);
                }
                command = word;
            }
        }
    }

    private void check() {
        if (!COMMANDS.contains(command)) {
            throw usage(command.isEmpty() ? "which command?" : "unknown command " + command);
        }
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw usage("--url is not like jdbc:mysql://host:port");
        }
        boolean oneDatabase = database != null
                || !Objects.requireNonNullElse(parts.group(2), "").isEmpty();
        if (schema.equals("all") && (oneDatabase || command.equals("rollback") || command.equals("archive"))) {
            throw usage("--schema has to name one schema here");
        }
        if (command.equals("rollback") && version == null) {
            throw usage("rollback needs --version, the version to take back");
        }
        if (command.equals("archive") && before == null) {
            throw usage("archive needs --before, a date");
        }
        requireCommand("archive", before != null, "--before");
        requireCommand("rollback", version != null, "--version");
        requireCommand("rollback", dropData, "--drop-data");
        requireCommand("apply", to != null, "--to");
        requireCommand("apply", accounts, "--accounts");
        requireCommand("apply", seed, "--seed");
        if (seed && (to != null || dryRun)) {
            throw usage("--seed goes with neither --to nor --dry-run");
        }
        requireCommand("apply", createDatabase, "--create-database");
        schemas().forEach(this::databaseOf);
    }

    private void requireCommand(String needed, boolean given, String option) {
        if (given && !command.equals(needed)) {
            throw usage(option + " belongs to " + needed);
        }
    }

    /** Folders of the schemas asked for. */
    List<Path> schemas() {
        if (!schema.equals("all")) {
            Path folder = sqlDir.resolve(schema);
            if (!NAME.matcher(schema).matches() || !Files.isDirectory(folder)) {
                throw usage("there is no schema " + schema + " in " + sqlDir);
            }
            return List.of(folder);
        }
        List<Path> folders = new ArrayList<>();
        try (Stream<Path> entries = Files.list(sqlDir)) {
            entries.filter(entry -> Files.exists(entry.resolve(ScriptFolder.GRANTS)))
                    .sorted()
                    .forEach(folders::add);
        } catch (IOException e) {
            throw usage("cannot list " + sqlDir + ": --sql-dir names the folder with the schemas");
        }
        return folders;
    }

    /** The database of a schema folder. */
    String databaseOf(Path folder) {
        Matcher parts = URL.matcher(url);
        String named = database;
        if (named == null && parts.matches()) {
            named = parts.group(2);
        }
        String name = named == null || named.isEmpty() ? folder.getFileName() + databaseSuffix : named;
        if (!NAME.matcher(name).matches()) {
            throw usage("not a name of a database: " + name);
        }
        return name;
    }

    /** The URL with this database, or with none when it is empty. */
    String urlOf(String name) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw usage("--url is not like jdbc:mysql://host:port");
        }
        String parameters = Objects.requireNonNullElse(parts.group(3), "?");
        return parts.group(1) + "/" + name + parameters + (parameters.equals("?") ? "" : "&") + "connectTimeout=10000";
    }

    String password() {
        if (passwordFile == null) {
            return environment.getOrDefault("JL_DBA_PASSWORD", "");
        }
        try (Stream<String> lines = Files.lines(Path.of(passwordFile))) {
            return lines.findFirst().orElse("");
        } catch (IOException e) {
            throw usage("cannot read the password file " + passwordFile);
        }
    }

    /** Password of the account of a schema. */
    String accountPassword(String schemaName) {
        String variable = "JL_" + schemaName.toUpperCase(Locale.ROOT) + "_DB_PASSWORD";
        String password = environment.get(variable);
        if (password == null || password.isEmpty()) {
            throw usage("--accounts needs the password of the account in the environment variable " + variable);
        }
        return password;
    }

    /** What to archive; asked for only by that command. */
    ArchiveRequest archiveRequest() {
        return new ArchiveRequest(Objects.requireNonNull(before), batch, batches, pauseMillis, dryRun);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw usage("--before is a date such as 2026-01-01, not " + text);
        }
    }

    private static int positive(String option, String text, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw usage(option + " is a number from 1 to " + most + ", not " + text);
        }
        throw usage(option + " is a number from 1 to " + most + ", not " + text);
    }

    private static int seconds(String text) {
        try {
            int seconds = Integer.parseInt(text);
            if (seconds >= 0) {
                return seconds;
            }
        } catch (NumberFormatException e) {
            throw usage("--timeout is a number of seconds, not " + text);
        }
        throw usage("--timeout is a number of seconds, not " + text);
    }

    private static String value(String option, Iterator<String> words) {
        if (!words.hasNext()) {
            throw usage(option + " needs a value");
        }
        return words.next();
    }

    private static SchemaException usage(String message) {
        return new SchemaException(SchemaException.Reason.USAGE, message);
    }
}
