package io.jointlending.agent.inside;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * SIGTERM: first offline and drained, within a bound, then what the JVM did before. The hooks of the JVM run side by side, so
 * that this must happen before the first of them. A second signal does not wait.
 */
final class TermDoor implements InvocationHandler {
    private final Control control;
    private final AgentOptions options;
    private final AtomicBoolean draining = new AtomicBoolean();
    private final AtomicReference<Object> previous = new AtomicReference<>();

    private TermDoor(Control control, AgentOptions options) {
        this.control = control;
        this.options = options;
    }

    /** By reflection, as the class is not part of Java SE. Fails if the JVM gives away no signals (-Xrs). */
    static void open(Control control, AgentOptions options) throws ReflectiveOperationException {
        Class<?> signalType = Class.forName("sun.misc.Signal");
        Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
        TermDoor door = new TermDoor(control, options);
        Object handler = Proxy.newProxyInstance(handlerType.getClassLoader(), new Class<?>[] {handlerType}, door);
        Object signal = signalType.getConstructor(String.class).newInstance("TERM");
        door.previous.set(
                signalType.getMethod("handle", signalType, handlerType).invoke(null, signal, handler));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (!method.getName().equals("handle")) {
            return method.getName().equals("hashCode")
                    ? System.identityHashCode(proxy)
                    : method.getName().equals("equals") ? proxy == arguments[0] : "TermDoor";
        }
        try {
            if (draining.compareAndSet(false, true)) {
                drain();
            }
        } finally {
            Object before = previous.get();
            Method handle =
                    Class.forName("sun.misc.SignalHandler").getMethod("handle", Class.forName("sun.misc.Signal"));
            handle.invoke(before, arguments);
        }
        return proxy;
    }

    /** Never longer than the bound. The last provider goes as well: it was told to end. */
    private void drain() {
        Properties values = new Properties();
        values.setProperty("command", Request.OFFLINE);
        values.setProperty("force", "true");
        values.setProperty("timeout", options.termTimeoutMillis() + "ms");
        values.setProperty("quiet-for", options.termQuietMillis() + "ms");
        values.setProperty("outlets", "false");
        values.setProperty("by", "SIGTERM");
        control.execute(Request.of(values));
    }
}
