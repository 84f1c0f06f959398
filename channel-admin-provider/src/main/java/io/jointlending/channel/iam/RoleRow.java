package io.jointlending.channel.iam;

/** A role as stored, without its permissions. */
record RoleRow(String roleCode, String name, Long version) {}
