package io.jointlending.agent.inside;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a command ended with. */
final class Answer {
    final ExitCode exitCode;
    final Map<String, Object> body;

    Answer(ExitCode exitCode, Map<String, Object> body) {
        this.exitCode = exitCode;
        this.body = body;
    }

    static Answer failed(String command, ExitCode exitCode, String message) {
        return new Answer(exitCode, JsonText.object("message", message)).headed(command);
    }

    /** The same, with the fields that every answer begins with. */
    Answer headed(String command) {
        Map<String, Object> headed = new LinkedHashMap<>();
        headed.put("command", command);
        headed.put("ok", exitCode == ExitCode.DONE);
        headed.put("exitCode", exitCode.code());
        if (exitCode != ExitCode.DONE) {
            headed.put("error", exitCode.name());
        }
        headed.putAll(body);
        return new Answer(exitCode, headed);
    }

    String json() {
        return JsonText.write(body);
    }
}
