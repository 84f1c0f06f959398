package io.jointlending.system.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.approval.ActionRule;
import io.jointlending.api.approval.Actions;
import io.jointlending.api.contract.Command;
import io.jointlending.api.contract.FourEyes;
import io.jointlending.api.contract.LoggedIn;
import io.jointlending.api.contract.RequirePermission;
import io.jointlending.api.iam.Permissions;
import io.jointlending.system.client.Contracts;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The permissions on contract methods and actions, in {@code Permissions} and in the schema scripts are the same. */
class PermissionsTest {
    private static final Path SCRIPTS = Path.of(System.getProperty("project.root", ".."), "sql", "channel_admin");
    private static final Pattern CODE = Pattern.compile("[a-z]+:[a-z]+:[a-z]+");

    @Test
    void every_code_that_a_method_or_action_demands_is_a_row_and_every_row_is_demanded() throws IOException {
        Set<String> demanded = new TreeSet<>();
        methods()
                .map(method -> method.getAnnotation(RequirePermission.class))
                .filter(java.util.Objects::nonNull)
                .forEach(permission -> demanded.add(permission.value()));
        Actions.all().forEach(rule -> demanded.addAll(List.of(rule.makePermission(), rule.approvePermission())));
        // decided inside findCommands, by the list that is asked for
        demanded.add(Permissions.APPROVAL_READ);
        assertThat(seeded()).isEqualTo(demanded);
        assertThat(constants()).isEqualTo(demanded);
        assertThat(demanded).allMatch(code -> CODE.matcher(code).matches());
    }

    @Test
    void who_approves_needs_another_permission_than_who_proposes() {
        for (ActionRule rule : Actions.all()) {
            assertThat(rule.approvePermission()).endsWith(":approve").isNotEqualTo(rule.makePermission());
        }
        assertThat(Actions.all()).extracting(ActionRule::action).doesNotHaveDuplicates();
    }

    @Test
    void a_method_for_two_persons_names_an_action_and_is_open_to_nobody_else() {
        List<Method> fourEyes = methods()
                .filter(method -> method.isAnnotationPresent(FourEyes.class))
                .toList();
        assertThat(fourEyes).isNotEmpty();
        for (Method method : fourEyes) {
            ActionRule rule =
                    Actions.find(method.getAnnotation(FourEyes.class).value()).orElseThrow();
            assertThat(rule.payloadType()).isEqualTo(method.getParameterTypes()[0].getSimpleName());
            assertThat(method.isAnnotationPresent(RequirePermission.class))
                    .as("%s", method)
                    .isFalse();
        }
    }

    @Test
    void a_method_for_users_of_channels_names_the_channel_in_its_request() {
        for (Method method : methods().toList()) {
            RequirePermission permission = method.getAnnotation(RequirePermission.class);
            assertThat(permission != null && method.isAnnotationPresent(LoggedIn.class))
                    .as("%s is either for a permission or for everybody who is logged in", method)
                    .isFalse();
            if (permission != null && permission.ownChannel()) {
                assertThat(mandatory(method.getParameterTypes()[0]))
                        .as("%s", method)
                        .contains("channelCode");
            }
        }
    }

    @Test
    void a_command_that_a_person_may_send_is_audited_under_a_name() {
        for (Method method : methods().toList()) {
            if (method.isAnnotationPresent(Command.class) && method.isAnnotationPresent(RequirePermission.class)) {
                assertThat(Arrays.stream(method.getParameterTypes()[0].getRecordComponents())
                                .map(RecordComponent::getName))
                        .as("%s", method)
                        .contains("operator");
            }
        }
    }

    private static Set<String> mandatory(Class<?> request) {
        return Arrays.stream(request.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(jakarta.validation.constraints.NotBlank.class))
                .map(java.lang.reflect.Field::getName)
                .collect(Collectors.toSet());
    }

    private static Stream<Method> methods() {
        return Contracts.all().stream().flatMap(contract -> Arrays.stream(contract.getMethods()));
    }

    private static Set<String> constants() {
        return Arrays.stream(Permissions.class.getFields())
                .map(field -> {
                    try {
                        return (String) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** First columns of the rows that the versions insert into iam_permission. */
    private static Set<String> seeded() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            for (Path file : files.filter(
                            path -> String.valueOf(path.getFileName()).startsWith("V"))
                    .toList()) {
                Matcher inserts =
                        Pattern.compile("INSERT INTO iam_permission [^;]+;").matcher(Files.readString(file));
                while (inserts.find()) {
                    Matcher rows = Pattern.compile("\\('(" + CODE + ")',").matcher(inserts.group());
                    while (rows.find()) {
                        assertThat(codes.add(rows.group(1)))
                                .as("%s twice", rows.group(1))
                                .isTrue();
                    }
                }
            }
        }
        return codes;
    }
}
