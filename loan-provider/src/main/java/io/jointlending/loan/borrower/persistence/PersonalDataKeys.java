package io.jointlending.loan.borrower.persistence;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of personal data: one current AES-256 key that encrypts, older ones that still decrypt, and the HMAC key of the
 * blind index. To rotate, add a key and make it the current one; a key may be removed when no row names it any more. The
 * index key stays as long as the data, because the uniqueness of ID numbers hangs on it. Shows no key in any text.
 */
public final class PersonalDataKeys {
    private static final int KEY_BYTES = 32;

    private final String currentKeyId;
    private final Map<String, SecretKey> keys;
    private final SecretKey indexKey;

    private PersonalDataKeys(String currentKeyId, Map<String, SecretKey> keys, SecretKey indexKey) {
        this.currentKeyId = currentKeyId;
        this.keys = keys;
        this.indexKey = indexKey;
    }

    /**
     * Reads the keys from configuration values.
     *
     * @param currentKeyId {@code jl.personal-data.key-id}
     * @param keys {@code jl.personal-data.keys}: {@code id:base64} of 32 bytes, comma separated
     * @param indexKey {@code jl.personal-data.index-key}: base64 of 32 bytes
     */
    public static PersonalDataKeys parse(String currentKeyId, String keys, String indexKey) {
        if (currentKeyId.isBlank() || keys.isBlank() || indexKey.isBlank()) {
            throw new IllegalStateException(
                    "personal data needs keys: set jl.personal-data.key-id, jl.personal-data.keys"
                            + " and jl.personal-data.index-key");
        }
        Map<String, SecretKey> byId = new LinkedHashMap<>();
        for (String entry : keys.split(",", -1)) {
            int colon = entry.indexOf(':');
            String id = colon < 0 ? "" : entry.substring(0, colon).strip();
            if (!id.matches("[A-Za-z0-9_-]{1,32}")) {
                throw new IllegalStateException(
                        "jl.personal-data.keys must be id:base64, comma separated; the id is 1 to"
                                + " 32 letters, digits, hyphens and underscores");
            }
            SecretKey key = key("jl.personal-data.keys entry " + id, entry.substring(colon + 1), "AES");
            if (byId.put(id, key) != null) {
                throw new IllegalStateException("jl.personal-data.keys names the key " + id + " twice");
            }
        }
        if (!byId.containsKey(currentKeyId)) {
            throw new IllegalStateException("jl.personal-data.key-id names " + currentKeyId
                    + ", which jl.personal-data.keys does not have: " + byId.keySet());
        }
        return new PersonalDataKeys(
                currentKeyId, Map.copyOf(byId), key("jl.personal-data.index-key", indexKey, "HmacSHA256"));
    }

    String currentKeyId() {
        return currentKeyId;
    }

    SecretKey key(String id) {
        SecretKey key = keys.get(id);
        if (key == null) {
            throw new IllegalStateException(
                    "personal data was encrypted with the key " + id + ", which jl.personal-data.keys does not have");
        }
        return key;
    }

    SecretKey indexKey() {
        return indexKey;
    }

    Set<String> ids() {
        return keys.keySet();
    }

    @Override
    public String toString() {
        return "PersonalDataKeys[current=" + currentKeyId + ", ids=" + keys.keySet() + "]";
    }

    private static SecretKey key(String where, String base64, String algorithm) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException notBase64) {
            // Without the cause: its message quotes the input.
            throw new IllegalStateException(where + " is not base64");
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException(where + " has " + bytes.length + " bytes, not " + KEY_BYTES);
        }
        return new SecretKeySpec(bytes, algorithm);
    }
}
