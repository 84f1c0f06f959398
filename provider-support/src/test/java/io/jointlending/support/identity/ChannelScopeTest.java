package io.jointlending.support.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.FourEyes;
import io.jointlending.api.contract.LoggedIn;
import io.jointlending.api.contract.Query;
import io.jointlending.api.contract.RequirePermission;
import io.jointlending.api.iam.Permissions;
import io.jointlending.api.iam.SelfRequest;
import io.jointlending.support.cache.ChangeNotices;
import io.jointlending.support.error.Refusal;
import java.io.IOException;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A user of channel A, with every permission there is, calls every method of every contract about channel B. Made from the
 * contracts, so that a new method is either closed to users of channels or bound to the channel in its request, or fails here.
 */
class ChannelScopeTest {
    /** What a user of a channel may do with the own session, which the request cannot name. */
    private static final Set<String> OWN_SESSION =
            Set.of("IamAuthService.logout", "IamAuthService.me", "IamAuthService.changePassword");

    private static final String TOKEN = "token-of-a-user-of-channel-a";
    private static final String OURS = "CHANNEL-A";
    private static final String OTHERS = "CHANNEL-B";

    static Stream<Method> methods() throws IOException {
        return contracts().flatMap(contract -> Arrays.stream(contract.getMethods()));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void nothing_of_another_channel_is_reached(Method method) throws ReflectiveOperationException, IOException {
        boolean ownSession = OWN_SESSION.contains(name(method));
        assertThat(reached(method, request(method.getParameterTypes()[0], OTHERS)))
                .as("%s reached for another channel", name(method))
                .isEqualTo(ownSession);
        if (ownSession) {
            assertThat(method.getParameterTypes()[0].getRecordComponents())
                    .as("%s cannot name somebody else", name(method))
                    .noneMatch(component -> component.getName().matches(".*(No|Code|Name|Id)"));
        }
    }

    @Test
    void a_method_that_is_bound_to_the_channel_of_its_request_opens_for_the_own_one_alone()
            throws ReflectiveOperationException, IOException {
        Method bound = Bound.class.getMethod("find", ChannelQuery.class);
        assertThat(reached(bound, new ChannelQuery(OURS))).isTrue();
        assertThat(reached(bound, new ChannelQuery(OTHERS))).isFalse();
        assertThat(reached(bound, new ChannelQuery(null))).isFalse();
    }

    @Test
    void a_method_that_is_opened_without_a_channel_would_be_found() throws ReflectiveOperationException, IOException {
        Method open = Bound.class.getMethod("open", SelfRequest.class);
        assertThat(reached(open, new SelfRequest())).isTrue();
        assertThat(OWN_SESSION).doesNotContain(name(open));
        assertThat(reached(Bound.class.getMethod("closed", SelfRequest.class), new SelfRequest()))
                .isFalse();
    }

    private static boolean reached(Method method, Object request) throws IOException {
        Person person = new Person("chen", true, permissions(), Set.of(OURS), false);
        CallAuthority authority = new CallAuthority(
                new byte[32],
                List.of(),
                Duration.ofMinutes(1),
                false,
                new SessionCache(hash -> person, ChangeNotices.none()),
                Clock.systemUTC());
        Call.Proof proof = new Call.Proof("channel-scope", null, null, null, TOKEN);
        Call call = new Call(method.getDeclaringClass(), null, method.getName(), new Object[] {request}, proof);
        try {
            assertThat(authority.admitHere("channel-scope", call).person()).isEqualTo(person);
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal.code().code()).as("%s", name(method)).isIn("A0406", "A0407");
            return false;
        }
    }

    /** Everything that any method demands. */
    private static Set<String> permissions() throws IOException {
        return methods()
                .map(method -> method.getAnnotation(RequirePermission.class))
                .filter(java.util.Objects::nonNull)
                .map(RequirePermission::value)
                .collect(java.util.stream.Collectors.toSet());
    }

    /** A request with nothing in it but a channel and whoever asks: who may call is decided before it is checked. */
    private static Object request(Class<?> type, String channel) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = switch (components[i].getName()) {
                case "channelCode" -> channel;
                case "operator" -> "chen";
                default -> null;
            };
        }
        return type.getDeclaredConstructor(types).newInstance(values);
    }

    /** Every interface of the contract jar. */
    private static Stream<Class<?>> contracts() throws IOException {
        Path jar = Path.of(URI.create(RpcResult.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        List<String> names;
        if (Files.isDirectory(jar)) {
            names = names(jar);
        } else {
            try (FileSystem files = FileSystems.newFileSystem(jar, Map.of())) {
                names = names(files.getPath("/"));
            }
        }
        List<Class<?>> found = names.stream()
                .<Class<?>>map(ChannelScopeTest::load)
                .filter(type -> type.isInterface() && !type.isAnnotation())
                .toList();
        assertThat(found).hasSizeGreaterThan(20);
        return found.stream();
    }

    private static List<String> names(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve("io/jointlending/api"))) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .sorted()
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ChannelScopeTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    /** Contracts as they could be. */
    public interface Bound {
        @Query
        @RequirePermission(value = Permissions.ORDER_READ, ownChannel = true)
        RpcResult<ChannelQuery> find(ChannelQuery query);

        @Query
        @LoggedIn(ofChannels = true)
        RpcResult<ChannelQuery> open(SelfRequest request);

        @Query
        @FourEyes("channel.createProduct")
        RpcResult<ChannelQuery> closed(SelfRequest request);
    }

    public record ChannelQuery(@Nullable String channelCode) implements Serializable {}
}
