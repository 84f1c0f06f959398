package io.jointlending.channel.iam;

/** A permission that a role has, in the order of the columns read. */
record RolePermissionRow(String roleCode, String permissionCode) {}
