package io.jointlending.channel.admin;

/** The head of a version of a fund channel; {@code openHours} and {@code hosts} are joined with commas. */
record FundChannelRow(Long version, String status, String openHours, String hosts) {}
