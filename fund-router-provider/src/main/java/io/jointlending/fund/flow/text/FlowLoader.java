package io.jointlending.fund.flow.text;

import io.jointlending.fund.flow.domain.FlowDefinition;
import io.jointlending.fund.flow.domain.check.FlowChecks;
import io.jointlending.fund.flow.domain.finding.Findings;
import io.jointlending.fund.flow.domain.template.ProcessorRegistry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Loads definitions: text, structure, then every rule. */
public final class FlowLoader {
    private final ProcessorRegistry processors;

    /**
     * @param processors what templates may call; those with io are fixtures, because the examples run
     */
    public FlowLoader(ProcessorRegistry processors) {
        this.processors = processors;
    }

    /** Loads one definition; what is wrong is in its findings. */
    public LoadedFlow load(String file, String text) {
        Findings findings = new Findings();
        SourceText source = SourceReader.read(text, findings).orElse(null);
        FlowDefinition definition = source == null ? null : new FlowReader(findings).read(source.tree());
        if (definition != null) {
            FlowChecks.check(definition, processors, findings);
        }
        return new LoadedFlow(file, sha256(text), source, definition, findings.all());
    }

    /** The hash under which a published text is kept. */
    public static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
