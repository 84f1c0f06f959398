package io.jointlending.channel.iam;

import io.jointlending.api.iam.PersonView;
import io.jointlending.channel.store.Mappers;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/** The users that are stored, with their roles and channels. */
public final class Users {
    /** Role whose holders look after users and roles. */
    static final String ADMINISTRATOR = "ADMINISTRATOR";

    private final UserMapper mapper;

    /** On the tables {@code iam_user}, {@code iam_user_role} and {@code iam_user_channel}. */
    public Users(SqlSession session) {
        this.mapper = Mappers.of(session, UserMapper.class);
    }

    Optional<UserRow> find(String loginName) {
        return Optional.ofNullable(mapper.find(loginName));
    }

    /** True for a user of this name, enabled or not. */
    public boolean exists(String loginName) {
        return find(loginName).isPresent();
    }

    /** The user, locked until the transaction ends. */
    Optional<UserRow> lock(String loginName) {
        return mapper.lock(loginName) == null ? Optional.empty() : find(loginName);
    }

    List<UserRow> page(int pageNo, int pageSize) {
        return mapper.page((pageNo - 1L) * pageSize, pageSize);
    }

    long count() {
        return mapper.count();
    }

    /** Roles and channels of these users. */
    List<UserGrantRow> grants(List<String> loginNames) {
        return loginNames.isEmpty() ? List.of() : mapper.grants(loginNames);
    }

    PersonView person(UserRow user) {
        return new PersonView(
                user.loginName(),
                user.displayName(),
                user.userKind(),
                mapper.permissions(user.loginName()),
                PersonView.CHANNEL_USER.equals(user.userKind()) ? mapper.channels(user.loginName()) : List.of(),
                user.mustChange());
    }

    /** Adds a user with a one-time password that is good for a day. */
    void add(String loginName, String displayName, String kind, Passwords.Stored password) {
        mapper.insert(loginName, displayName, kind, password);
    }

    /** Exactly these roles and channels from now on. */
    void grant(String loginName, List<String> roles, List<String> channels) {
        mapper.clearRoles(loginName);
        roles.forEach(role -> mapper.grantRole(loginName, role));
        mapper.clearChannels(loginName);
        channels.forEach(channel -> mapper.grantChannel(loginName, channel));
    }

    void change(String loginName, String status) {
        mapper.change(loginName, status);
    }

    /** False when the password was changed since {@code seen} was read. */
    boolean choosePassword(UserRow seen, Passwords.Stored password) {
        return mapper.choosePassword(seen.loginName(), seen.passwordHash(), password) == 1;
    }

    /** The same password with more rounds; nothing happens when it was changed meanwhile. */
    void rehash(UserRow seen, Passwords.Stored password) {
        mapper.rehash(seen.loginName(), seen.passwordHash(), password);
    }

    void resetPassword(String loginName, Passwords.Stored password) {
        mapper.resetPassword(loginName, password);
    }

    long administrators() {
        return mapper.countWithRole(ADMINISTRATOR);
    }
}
