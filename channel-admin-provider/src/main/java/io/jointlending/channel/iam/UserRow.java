package io.jointlending.channel.iam;

/** A user as stored, without roles and channels; {@code passwordExpired} is true past the end of a one-time password. */
record UserRow(
        String loginName,
        String displayName,
        String userKind,
        String status,
        String passwordHash,
        String passwordSalt,
        Integer passwordRounds,
        Boolean mustChange,
        Boolean passwordExpired,
        Long version) {
    static final String ENABLED = "ENABLED";

    Passwords.Stored password() {
        return new Passwords.Stored(passwordHash, passwordSalt, passwordRounds);
    }

    boolean mayLogIn() {
        return ENABLED.equals(status) && !passwordExpired;
    }

    @Override
    public String toString() {
        return "UserRow[" + loginName + ", " + status + ", " + version + "]";
    }
}
