package io.jointlending.channel.admin;

/** The head of a version of a fund channel; {@code openHours} is joined with commas. */
record FundChannelRow(Long version, String status, String openHours) {}
