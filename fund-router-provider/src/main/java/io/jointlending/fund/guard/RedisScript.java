package io.jointlending.fund.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisNoScriptException;
import org.redisson.client.codec.StringCodec;

/** A script that Redis knows by its digest; its text is sent only when Redis does not know it. All keys are of one slot. */
final class RedisScript {
    private final RedissonClient redis;
    private final String text;
    private final String digest;

    /**
     * The script of this name beside this class.
     *
     * @throws IllegalStateException if there is none
     */
    RedisScript(RedissonClient redis, String name) {
        this.redis = redis;
        try (InputStream in = RedisScript.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no script " + name);
            }
            byte[] bytes = in.readAllBytes();
            this.text = new String(bytes, StandardCharsets.UTF_8);
            this.digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(bytes)); // by which Redis knows scripts
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the script " + name, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no SHA-1 in this JVM", e);
        }
    }

    /** Runs it; the future fails with a RedisException. */
    CompletionStage<Long> run(List<String> keys, Object... arguments) {
        List<Object> given = List.copyOf(keys);
        RScript script = redis.getScript(StringCodec.INSTANCE);
        CompletionStage<Long> known = script.evalShaAsync(
                keys.get(0), RScript.Mode.READ_WRITE, digest, RScript.ReturnType.INTEGER, given, arguments);
        return known.handle((value, failure) -> {
                    if (failure == null) {
                        return CompletableFuture.completedFuture(value);
                    }
                    if (rootIsUnknownScript(failure)) {
                        return script.<Long>evalAsync(
                                        keys.get(0),
                                        RScript.Mode.READ_WRITE,
                                        text,
                                        RScript.ReturnType.INTEGER,
                                        given,
                                        arguments)
                                .toCompletableFuture();
                    }
                    return CompletableFuture.<Long>failedFuture(failure);
                })
                .thenCompose(next -> next);
    }

    private static boolean rootIsUnknownScript(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof RedisNoScriptException;
    }
}
