package io.jointlending.api.channel;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.List;

/**
 * Configuration as it is moved from one platform to another. Versions in the entries are those of 1: they belong to a platform and
 * not to the content.
 *
 * @param format {@link #FORMAT}
 * @param formatVersion {@link #FORMAT_VERSION}; another one is refused (A0621)
 * @param institutions by code
 * @param schemes by code
 * @param products by code
 * @param fundChannels by institution
 */
public record ConfigurationFileView(
        @NotNull @Size(min = 1, max = 64) String format,
        @NotNull @Min(1) @Max(1_000_000) Integer formatVersion,
        @NotNull @Size(max = MOST) @Valid List<InstitutionView> institutions,
        @NotNull @Size(max = MOST) @Valid List<SchemeView> schemes,
        @NotNull @Size(max = MOST) @Valid List<ProductView> products,
        @NotNull @Size(max = MOST) @Valid List<FundChannelView> fundChannels)
        implements Serializable {
    /** What such a document is. */
    public static final String FORMAT = "joint-lending-configuration";
    /** The version of the format that this platform writes and reads. */
    public static final int FORMAT_VERSION = 1;
    /** Entries of one kind at most. */
    public static final int MOST = 2000;
}
