package io.jointlending.fund.exchange.codec;

import io.jointlending.fund.flow.domain.tree.Tree;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** {@code a=1&b=2}: flat, every value a text. */
public final class FormCodec implements Codec {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_.*~+%-]*");
    private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    @Override
    public String contentType() {
        return "application/x-www-form-urlencoded";
    }

    @Override
    public byte[] encode(Tree tree) {
        if (!(tree instanceof Tree.Fields some)) {
            throw new BadMessage("a form consists of fields");
        }
        StringJoiner form = new StringJoiner("&");
        some.fields().forEach((name, value) -> {
            if (!value.isLeaf()) {
                throw new BadMessage("a form is flat");
            }
            form.add(encoded(name) + "=" + encoded(text(value)));
        });
        return Utf8.write(form.toString());
    }

    @Override
    public Tree decode(byte[] text) {
        Map<String, Tree> fields = new LinkedHashMap<>();
        String form = Utf8.read(text).strip();
        int from = 0;
        while (from < form.length()) {
            int end = form.indexOf('&', from);
            String pair = form.substring(from, end < 0 ? form.length() : end);
            int sign = pair.indexOf('=');
            if (sign < 1 || fields.size() >= MAX_VALUES) {
                throw new BadMessage("no form");
            }
            Tree value = new Tree.Text(decoded(pair.substring(sign + 1)));
            if (fields.put(decoded(pair.substring(0, sign)), value) != null) {
                throw new BadMessage("a field stands twice");
            }
            from = end < 0 ? form.length() : end + 1;
        }
        return new Tree.Fields(fields);
    }

    private static String text(Tree leaf) {
        return leaf instanceof Tree.Text text ? text.value() : leaf instanceof Tree.Nil ? "" : leaf.toString();
    }

    /** Half of a sign that needs two would become a question mark. */
    private static String encoded(String text) {
        return URLEncoder.encode(Utf8.read(Utf8.write(text)), StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        if (!FORM.matcher(text).matches() || BAD_ESCAPE.matcher(text).find()) {
            throw new BadMessage("no form");
        }
        String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
        if (decoded.indexOf('\uFFFD') >= 0) {
            throw new BadMessage("the message is not UTF-8");
        }
        return decoded;
    }
}
