package io.jointlending.system.rpc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jointlending.api.RpcResult;
import io.jointlending.api.approval.Actions;
import io.jointlending.api.approval.ApprovalService;
import io.jointlending.api.approval.ApprovalView;
import io.jointlending.api.approval.ProposeRequest;
import io.jointlending.api.channel.CompareConfigurationQuery;
import io.jointlending.api.channel.ConfigurationComparisonView;
import io.jointlending.api.channel.ConfigurationDifferenceView;
import io.jointlending.api.channel.ConfigurationFileService;
import io.jointlending.api.channel.ConfigurationFileView;
import io.jointlending.api.channel.ConfigurationImportView;
import io.jointlending.api.channel.ExportConfigurationQuery;
import io.jointlending.api.channel.ImportConfigurationRequest;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Configuration between a platform and a file: one line of JSON for scripts, one line a difference for people. */
final class ConfigActs {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int REFUSED = 4;
    /** A file is not what is here. */
    static final int DIFFERENT = 5;

    private static final int MOST_PROPOSED = 65_536;
    private static final int NUMBER_LENGTH = 40;
    private static final ObjectMapper TREE = new ObjectMapper();

    private final ConfigurationFileService files;
    private final ApprovalService approvals;
    private final PrintStream out;
    private final PrintStream err;

    ConfigActs(ConfigurationFileService files, ApprovalService approvals, PrintStream out, PrintStream err) {
        this.files = files;
        this.approvals = approvals;
        this.out = out;
        this.err = err;
    }

    int export(Path file, List<String> products) throws IOException {
        RpcResult<ConfigurationFileView> answer =
                files.exportConfiguration(new ExportConfigurationQuery(products.isEmpty() ? null : products));
        ConfigurationFileView document = answer.data();
        if (!answer.success() || document == null) {
            return refused(answer);
        }
        byte[] text = (RequestJson.write(document) + "\n").getBytes(StandardCharsets.UTF_8);
        Path target = file.toAbsolutePath();
        Path half = Path.of(target + ".new");
        Files.write(half, text);
        Files.move(half, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        ObjectNode line = line(true, DONE)
                .put("file", file.toString())
                .put("institutions", document.institutions().size())
                .put("schemes", document.schemes().size())
                .put("products", document.products().size())
                .put("fundChannels", document.fundChannels().size())
                .put("sha256", hash(text));
        return print(line, DONE);
    }

    int diff(Path file) throws IOException {
        RpcResult<ConfigurationComparisonView> answer =
                files.compareConfiguration(new CompareConfigurationQuery(document(file)));
        ConfigurationComparisonView comparison = answer.data();
        if (!answer.success() || comparison == null) {
            return refused(answer);
        }
        boolean same = comparison.differences().stream()
                .allMatch(one -> one.change().equals(ConfigurationDifferenceView.ONLY_HERE));
        int code = same ? DONE : DIFFERENT;
        return print(told(line(true, code), comparison), code);
    }

    int propose(Path file, String reason) throws IOException {
        RpcResult<ConfigurationComparisonView> compared =
                files.compareConfiguration(new CompareConfigurationQuery(document(file)));
        ConfigurationComparisonView comparison = compared.data();
        if (!compared.success() || comparison == null) {
            return refused(compared);
        }
        if (comparison.problemCode() != null || nothing(comparison)) {
            return without(comparison);
        }
        String payload = RequestJson.writeLine(Map.of("file", comparison.toImport()));
        if (payload.length() > MOST_PROPOSED) {
            return print(
                    told(line(false, REFUSED), comparison)
                            .put(
                                    "error",
                                    "the differences have " + payload.length() + " characters, a proposal takes "
                                            + MOST_PROPOSED + ": export and import some products at a time"),
                    REFUSED);
        }
        String number = number(payload + comparison.revision() + reason);
        RpcResult<ApprovalView> answer = approvals.propose(
                new ProposeRequest(number, Actions.IMPORT_CONFIGURATION, payload, comparison.revision(), reason));
        ApprovalView proposed = answer.data();
        if (!answer.success() || proposed == null) {
            return refused(answer);
        }
        err.println("proposal " + proposed.commandNo() + " waits for another person");
        return print(
                told(line(true, DONE), comparison)
                        .put("commandNo", proposed.commandNo())
                        .put("status", proposed.status()),
                DONE);
    }

    int importDirectly(Path file, String operator) throws IOException {
        RpcResult<ConfigurationComparisonView> compared =
                files.compareConfiguration(new CompareConfigurationQuery(document(file)));
        ConfigurationComparisonView comparison = compared.data();
        if (!compared.success() || comparison == null) {
            return refused(compared);
        }
        if (comparison.problemCode() != null || nothing(comparison)) {
            return without(comparison);
        }
        String number = number(RequestJson.writeLine(comparison.toImport()) + comparison.revision());
        RpcResult<ConfigurationImportView> answer =
                files.importConfiguration(new ImportConfigurationRequest(number, comparison.toImport(), operator));
        ConfigurationImportView done = answer.data();
        if (!answer.success() || done == null) {
            return refused(answer);
        }
        ObjectNode line = told(line(true, DONE), comparison).put("revision", done.revision());
        return print(line.put("applied", done.applied().size()), DONE);
    }

    /** What is wrong with the document, or that there is nothing to do. */
    private int without(ConfigurationComparisonView comparison) throws IOException {
        if (comparison.problemCode() == null) {
            err.println("nothing to import: everything is here already");
            return print(told(line(true, DONE), comparison).put("applied", 0), DONE);
        }
        err.println(comparison.problemCode() + " " + comparison.problem());
        return print(
                told(line(false, REFUSED), comparison)
                        .put("error", comparison.problemCode() + " " + comparison.problem()),
                REFUSED);
    }

    private static boolean nothing(ConfigurationComparisonView comparison) {
        ConfigurationFileView left = comparison.toImport();
        return left.institutions().isEmpty()
                && left.schemes().isEmpty()
                && left.products().isEmpty()
                && left.fundChannels().isEmpty();
    }

    /** The file, checked for its format first. */
    static ConfigurationFileView document(Path file) throws IOException {
        String text = Files.readString(file);
        JsonNode tree;
        try {
            tree = TREE.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UsageError(file + " is not JSON, line " + e.getLocation().getLineNr());
        }
        // before the fields are read: those of another version may be others
        if (!tree.path("format").asText().equals(ConfigurationFileView.FORMAT)) {
            throw new UsageError(file + " is no " + ConfigurationFileView.FORMAT);
        }
        if (tree.path("formatVersion").asInt() != ConfigurationFileView.FORMAT_VERSION) {
            throw new OtherFormat(file + " is of format version " + tree.path("formatVersion") + "; this reads version "
                    + ConfigurationFileView.FORMAT_VERSION);
        }
        return RequestJson.read(text, ConfigurationFileView.class);
    }

    private ObjectNode told(ObjectNode line, ConfigurationComparisonView comparison) {
        Map<String, Integer> counts = new TreeMap<>(Map.of(
                ConfigurationDifferenceView.ADD, 0,
                ConfigurationDifferenceView.CHANGE, 0,
                ConfigurationDifferenceView.FIXED, 0,
                ConfigurationDifferenceView.ONLY_HERE, 0));
        ArrayNode all = TREE.createArrayNode();
        for (ConfigurationDifferenceView one : comparison.differences()) {
            counts.merge(one.change(), 1, Integer::sum);
            ObjectNode entry = all.addObject()
                    .put("change", one.change())
                    .put("kind", one.kind())
                    .put("code", one.code());
            if (one.field() != null) {
                entry.put("field", one.field()).put("here", one.here()).put("there", one.there());
                err.println(one.change() + " " + one.kind() + " " + one.code() + " " + one.field() + ": "
                        + shown(one.here()) + " -> " + shown(one.there()));
            } else {
                err.println(one.change() + " " + one.kind() + " " + one.code());
            }
        }
        line.put("revision", comparison.revision());
        counts.forEach(line::put);
        return line.put("problem", comparison.problemCode()).set("differences", all);
    }

    private static String shown(@Nullable String value) {
        return value == null ? "nothing" : value;
    }

    private int refused(RpcResult<?> answer) throws IOException {
        int code = answer.code().startsWith("A") ? REFUSED : FAILED;
        err.println(answer.code() + " " + answer.message());
        return print(line(false, code).put("error", answer.code() + " " + answer.message()), code);
    }

    private static ObjectNode line(boolean ok, int code) {
        return TREE.createObjectNode().put("ok", ok).put("exitCode", code);
    }

    private int print(ObjectNode line, int code) throws IOException {
        out.println(TREE.writeValueAsString(line));
        return code;
    }

    /** The same import of the same state has the same number, so that a repeated command is one. */
    private static String number(String content) {
        return "config-" + hash(content.getBytes(StandardCharsets.UTF_8)).substring(0, NUMBER_LENGTH);
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A document that an older or newer platform wrote. */
    static final class OtherFormat extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OtherFormat(String message) {
            super(message);
        }
    }
}
