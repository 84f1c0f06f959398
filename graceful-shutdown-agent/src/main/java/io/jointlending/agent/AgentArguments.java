package io.jointlending.agent;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Properties;

/** Arguments on their way into a JVM: properties as text. */
final class AgentArguments {
    private AgentArguments() {}

    static Properties parse(String text) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(String.valueOf(text)));
        return properties;
    }

    static String write(Properties properties) throws IOException {
        StringWriter text = new StringWriter();
        properties.store(text, "");
        return text.toString();
    }
}
