package io.jointlending.system.scenario;

import io.jointlending.system.client.Await;
import io.jointlending.system.client.Banks;
import io.jointlending.system.client.FreePort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sandbox banks as a process of their own, with new keys and empty books. */
final class BankProcess implements AutoCloseable {
    private static final String PASSPHRASE = "for-tests-only";
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Pattern PORTS = Pattern.compile("\\{\"port\":(\\d+),\"adminPort\":(\\d+)}");

    private final ProviderProcess process;
    private final Path data;
    private final Matcher ports;
    private final int callbackPort = FreePort.next();

    private BankProcess(ProviderProcess process, Path data) {
        this.process = process;
        this.data = data;
        this.ports = Await.present("the sandbox banks listen", LIMIT, () -> {
            Matcher said = PORTS.matcher(process.console());
            return said.find() ? Optional.of(said) : Optional.empty();
        });
    }

    static BankProcess start(Path home) {
        Path data = home.resolve("data-" + ProcessHandle.current().pid());
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Dfile.encoding=UTF-8",
                "-cp",
                ProviderProcess.classPath(Provider.FUND_ROUTER),
                "io.jointlending.fund.sandbox.bank.SandboxBankTool",
                "run",
                data.toString());
        return new BankProcess(
                ProviderProcess.launch("sandbox-banks", java, data, Map.of("JL_SANDBOX_PASSPHRASE", PASSPHRASE)), data);
    }

    /** What a fund router needs to reach the banks, and to be reached by them. */
    Map<String, String> environment() {
        String address = "http://127.0.0.1:" + ports.group(1);
        return Map.of(
                "JL_FUND_KEY_RING_FILES",
                data.resolve("fund-router.p12").toString(),
                "JL_FUND_KEY_RING_PASSPHRASE",
                PASSPHRASE,
                "JL_FUND_SHIPPED_DEFINITIONS",
                "loan,cancel,credit,query,repayment,statement",
                "JL_FUND_CALLBACK_PORT",
                Integer.toString(callbackPort),
                "FUND_FIRST_BANK_BASE_URL",
                address + "/first-bank",
                "FUND_SECOND_BANK_BASE_URL",
                address + "/second-bank");
    }

    /** Where the fund router takes callbacks. */
    int callbackPort() {
        return callbackPort;
    }

    Banks banks() {
        return new Banks("http://127.0.0.1:" + ports.group(2));
    }

    @Override
    public void close() {
        process.close();
    }
}
