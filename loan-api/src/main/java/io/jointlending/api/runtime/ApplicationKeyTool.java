package io.jointlending.api.runtime;

/** {@code scripts/application-key}: prints the key of an application. */
public final class ApplicationKeyTool {
    private static final int USAGE = 2;

    private ApplicationKeyTool() {}

    /** Name, version and scopes; the master key is in JL_SECURITY_MASTER_KEY. */
    public static void main(String[] args) {
        byte[] masterKey = ApplicationKeys.decode(System.getenv("JL_SECURITY_MASTER_KEY"));
        if (masterKey == null || args.length != 3) {
            System.out.println("{\"ok\":false,\"exitCode\":2,\"error\":\"JL_SECURITY_MASTER_KEY is not set\"}");
            System.exit(USAGE);
            return;
        }
        ApplicationKey key = ApplicationKey.derive(masterKey, args[0], Integer.parseInt(args[1]), args[2]);
        System.out.println("{\"ok\":true,\"application\":\"" + key.application() + "\",\"applicationKey\":\""
                + key.secretForm() + "\"}");
    }
}
