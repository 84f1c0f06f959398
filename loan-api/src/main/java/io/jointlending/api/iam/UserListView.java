package io.jointlending.api.iam;

import java.io.Serializable;
import java.util.List;

/**
 * A page of users.
 *
 * @param total how many there are
 * @param users by login name
 */
public record UserListView(Long total, List<UserView> users) implements Serializable {}
