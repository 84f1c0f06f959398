package io.jointlending.api.channel;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One difference between a document and the configuration here.
 *
 * @param kind institution, scheme, product or fund-channel
 * @param code code of the entry
 * @param change {@link #ADD}, {@link #CHANGE}, {@link #FIXED} or {@link #ONLY_HERE}
 * @param field the field, such as {@code status} or {@code quotas[1].limitFen}; null for a whole entry
 * @param here its value here as JSON, null where there is none
 * @param there its value in the document as JSON, null where there is none
 */
public record ConfigurationDifferenceView(
        String kind, String code, String change, @Nullable String field, @Nullable String here, @Nullable String there)
        implements Serializable {
    /** The entry is not here: an import adds it. */
    public static final String ADD = "ADD";
    /** An import changes this field. */
    public static final String CHANGE = "CHANGE";
    /** The field is different and cannot be changed: an import is refused (A0622). */
    public static final String FIXED = "FIXED";
    /** The entry is not in the document: an import leaves it alone. */
    public static final String ONLY_HERE = "ONLY_HERE";
}
