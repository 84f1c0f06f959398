package io.jointlending.api.message;

import java.io.Serializable;

/**
 * An entry of the configuration was added or changed. Messages may overtake each other and may be lost: whoever holds a copy takes
 * the one with the highest version, and asks {@code ChannelQueryService} from time to time all the same.
 *
 * @param kind {@link #PRODUCT}, {@link #SCHEME}, {@link #INSTITUTION}, {@link #FUND_CHANNEL}, {@link #CHANNEL}; readers ignore what they do not know
 * @param code code of the entry
 * @param version of the entry, from 1; rises with every change
 * @param body JSON of the whole entry: the view that the query of this kind answers
 */
public record ConfigurationPublished(String kind, String code, Long version, String body) implements Serializable {
    /** A {@code ProductView}. */
    public static final String PRODUCT = "product";
    /** A {@code SchemeView}, which never changes. */
    public static final String SCHEME = "scheme";
    /** An {@code InstitutionView}. */
    public static final String INSTITUTION = "institution";
    /** A {@code FundChannelView}; its code is that of the institution. */
    public static final String FUND_CHANNEL = "fund-channel";
    /** A {@code ChannelView}: where borrowers come from. */
    public static final String CHANNEL = "channel";
}
