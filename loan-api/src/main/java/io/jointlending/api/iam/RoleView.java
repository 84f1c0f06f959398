package io.jointlending.api.iam;

import java.io.Serializable;
import java.util.List;

/**
 * A role.
 *
 * @param roleCode code
 * @param name name for people
 * @param permissions codes, sorted
 * @param version rises with every change
 */
public record RoleView(String roleCode, String name, List<String> permissions, Long version) implements Serializable {}
