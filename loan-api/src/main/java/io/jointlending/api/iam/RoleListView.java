package io.jointlending.api.iam;

import java.io.Serializable;
import java.util.List;

/**
 * A page of roles.
 *
 * @param total how many there are
 * @param roles by code
 */
public record RoleListView(Long total, List<RoleView> roles) implements Serializable {}
