package io.jointlending.channel.iam;

/** A role or a channel that a user has, in the order of the columns read. */
record UserGrantRow(String loginName, String kind, String code) {
    static final String ROLE = "ROLE";
    static final String CHANNEL = "CHANNEL";
}
