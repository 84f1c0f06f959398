package io.jointlending.support.config;

import java.util.LinkedHashMap;
import java.util.Map;

/** A JDBC URL of MySQL with what this system needs of the driver. Parameters given in the URL win. */
public final class DatabaseUrl {
    private static final String SCHEME = "jdbc:mysql://";
    private static final Map<String, String> DEFAULTS = defaults();

    private DatabaseUrl() {}

    /** The URL with the missing parameters added. TLS is left to the URL. */
    public static String withDefaults(String url) {
        StringBuilder full = new StringBuilder(url);
        char separator = url.indexOf('?') < 0 ? '?' : '&';
        for (Map.Entry<String, String> parameter : DEFAULTS.entrySet()) {
            if (!url.contains("?" + parameter.getKey() + "=") && !url.contains("&" + parameter.getKey() + "=")) {
                full.append(separator).append(parameter.getKey()).append('=').append(parameter.getValue());
                separator = '&';
            }
        }
        return full.toString();
    }

    /** The first {@code host:port} of the URL. */
    public static String hostAndPort(String url) {
        if (!url.startsWith(SCHEME)) {
            throw new IllegalArgumentException("jl.db.url must begin with " + SCHEME);
        }
        String host = url.substring(SCHEME.length()).replaceAll("[/?,].*", "");
        return host.contains(":") ? host : host + ":3306";
    }

    private static Map<String, String> defaults() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("characterEncoding", "UTF-8");
        parameters.put("connectionTimeZone", "UTC");
        parameters.put("connectTimeout", "3000");
        parameters.put(
                "socketTimeout",
                "30000"); // longer than any statement, shorter than a caller's patience with a dead host
        parameters.put("tcpKeepAlive", "true");
        parameters.put("rewriteBatchedStatements", "true");
        parameters.put("cachePrepStmts", "true");
        parameters.put("prepStmtCacheSize", "256");
        parameters.put("prepStmtCacheSqlLimit", "4096");
        // not on the server: no gain was measured, and every pool of every instance would count against
        // max_prepared_stmt_count
        parameters.put("useServerPrepStmts", "false");
        parameters.put("cacheServerConfiguration", "true");
        parameters.put("useLocalSessionState", "true");
        parameters.put("maintainTimeStats", "false");
        parameters.put("cacheResultSetMetadata", "true");
        parameters.put("metadataCacheSize", "256");
        // its spans go nowhere here, and cost a tenth of the driver's time
        parameters.put("openTelemetry", "DISABLED");
        return parameters;
    }
}
