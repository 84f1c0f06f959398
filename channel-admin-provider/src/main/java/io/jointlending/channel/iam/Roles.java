package io.jointlending.channel.iam;

import io.jointlending.api.iam.RoleView;
import io.jointlending.channel.store.Mappers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;

/** The roles that are stored, with their permissions. */
public final class Roles {
    private final RoleMapper mapper;

    /** On the tables {@code iam_role}, {@code iam_role_permission} and {@code iam_permission}. */
    public Roles(SqlSession session) {
        this.mapper = Mappers.of(session, RoleMapper.class);
    }

    /** The role, locked until the transaction ends. */
    Optional<RoleView> lock(String roleCode) {
        return Optional.ofNullable(mapper.lock(roleCode))
                .map(role -> views(List.of(role)).get(0));
    }

    List<RoleView> page(int pageNo, int pageSize) {
        return views(mapper.page((pageNo - 1L) * pageSize, pageSize));
    }

    long count() {
        return mapper.count();
    }

    boolean allExist(List<String> roleCodes) {
        return roleCodes.isEmpty()
                || mapper.countRoles(roleCodes) == roleCodes.stream().distinct().count();
    }

    boolean allPermissionsExist(List<String> permissions) {
        return permissions.isEmpty()
                || mapper.countPermissions(permissions)
                        == permissions.stream().distinct().count();
    }

    /** Adds the role, or gives it exactly this name and these permissions. */
    void save(String roleCode, String name, List<String> permissions) {
        mapper.save(roleCode, name);
        mapper.clear(roleCode);
        permissions.forEach(permission -> mapper.grant(roleCode, permission));
    }

    private List<RoleView> views(List<RoleRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, List<String>> permissions =
                mapper.permissions(rows.stream().map(RoleRow::roleCode).toList()).stream()
                        .collect(Collectors.groupingBy(
                                RolePermissionRow::roleCode,
                                Collectors.mapping(RolePermissionRow::permissionCode, Collectors.toList())));
        return rows.stream()
                .map(role -> new RoleView(
                        role.roleCode(),
                        role.name(),
                        permissions.getOrDefault(role.roleCode(), List.of()),
                        role.version()))
                .toList();
    }
}
