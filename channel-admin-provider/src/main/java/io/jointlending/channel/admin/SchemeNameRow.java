package io.jointlending.channel.admin;

/** A scheme without its shares. */
record SchemeNameRow(String schemeCode, String name) {}
