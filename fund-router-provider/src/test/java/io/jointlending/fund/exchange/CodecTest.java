package io.jointlending.fund.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.fund.exchange.codec.BadMessage;
import io.jointlending.fund.exchange.codec.Codec;
import io.jointlending.fund.exchange.codec.JsonCodec;
import io.jointlending.fund.flow.domain.tree.Tree;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodecTest {
    private static final Codec JSON = Codec.named("json");
    private static final Codec XML = Codec.named("xml");
    private static final Codec FORM = Codec.named("form");
    private static final String[] SIGNS = {
        "\"", "<", "&", "]]>", "{", "${", "'", "\\", "\n", "中", "\uD83D\uDE00", "=", "%", "+", " ", "a"
    };

    @Test
    void any_tree_survives_json() {
        Random random = new Random(20261129);
        for (int i = 0; i < 500; i++) {
            Tree tree = tree(random, 4, true);
            assertThat(JSON.decode(JSON.encode(tree))).as("case %d", i).isEqualTo(tree);
        }
    }

    @Test
    void texts_fields_and_repeated_elements_survive_xml() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            Tree tree = new Tree.Fields(Map.of("part", tree(random, 3, false), "end", new Tree.Text("x")));
            assertThat(XML.decode(XML.encode(tree))).as("case %d", i).isEqualTo(tree);
        }
    }

    @Test
    void texts_survive_a_form() {
        Random random = new Random(11);
        for (int i = 0; i < 500; i++) {
            Tree tree = new Tree.Fields(Map.of(text(random), new Tree.Text(text(random)), "b", new Tree.Text("")));
            assertThat(FORM.decode(FORM.encode(tree))).as("case %d", i).isEqualTo(tree);
        }
    }

    @Test
    void an_amount_keeps_every_digit() {
        String json = "{\"amount\":12345678901234567.89,\"rate\":0.10}";
        Tree tree = JSON.decode(json.getBytes(StandardCharsets.UTF_8));
        assertThat(tree)
                .isEqualTo(new Tree.Fields(fields(
                        "amount", new Tree.Numeral(new BigDecimal("12345678901234567.89")),
                        "rate", new Tree.Numeral(new BigDecimal("0.10")))));
        assertThat(JsonCodec.write(tree)).isEqualTo(json);
        assertThat(new String(XML.encode(tree), StandardCharsets.UTF_8))
                .contains("<amount>12345678901234567.89</amount>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"code\":\"F\",\"code\":\"OK\"}",
                "{\"a\":{\"b\":1,\"b\":2}}",
                "{} {}",
                "{\"a\":1e999999999}",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "{'a':1}",
                "{\"a\":1,}",
                "/*x*/{}",
                "{\"a\":\"line\nend\"}",
                "nothing"
            })
    void what_is_not_strict_json_is_refused(String text) {
        assertThatThrownBy(() -> JSON.decode(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(BadMessage.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<a>",
                "<a/><b/>",
                "<a>x<b/></a>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
                "<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;&x;\">]><a>&y;</a>",
                "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/evil.dtd\"><a/>",
                "<!DOCTYPE a><a/>",
                "<a>&undeclared;</a>",
                "<a><?run it?></a>",
                "<a b=\"1\" b=\"2\"/>",
                "<a>\u0000</a>",
                "nothing"
            })
    void what_could_make_xml_something_else_is_refused(String text) {
        assertThatThrownBy(() -> XML.decode(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(BadMessage.class);
    }

    @ParameterizedTest
    @CsvSource({
        "json, 64, true",
        "json, 65, false",
        "json, 5000, false",
        "xml, 64, true",
        "xml, 65, false",
        "xml, 100000, false"
    })
    void depth_is_bounded(String codec, int depth, boolean fine) {
        String open = codec.equals("json") ? "[" : "<a>";
        String close = codec.equals("json") ? "]" : "</a>";
        byte[] text = (open.repeat(depth) + close.repeat(depth)).getBytes(StandardCharsets.UTF_8);
        if (fine) {
            assertThat(Codec.named(codec).decode(text)).isNotNull();
        } else {
            assertThatThrownBy(() -> Codec.named(codec).decode(text)).isInstanceOf(BadMessage.class);
        }
    }

    static List<String> badForms() {
        return List.of("a", "=1", "a=1&a=2", "a=%G1", "a=%2", "a=%FF", "a=1&&b=2", "a=<x>", "a=" + "%".repeat(100_000));
    }

    @ParameterizedTest
    @MethodSource("badForms")
    void what_is_no_form_is_refused(String text) {
        assertThatThrownBy(() -> FORM.decode(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(BadMessage.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "xml", "form"})
    void bytes_that_are_no_utf8_are_refused(String codec) {
        byte[] text = {'{', (byte) 0xC3, '}'};
        assertThatThrownBy(() -> Codec.named(codec).decode(text)).isInstanceOf(BadMessage.class);
        byte[] utf16 = "{}".getBytes(StandardCharsets.UTF_16);
        assertThatThrownBy(() -> Codec.named(codec).decode(utf16)).isInstanceOf(BadMessage.class);
    }

    @Test
    void what_a_form_cannot_carry_is_refused_when_written() {
        Tree deep = new Tree.Fields(Map.of("a", new Tree.Items(List.of(new Tree.Nil()))));
        assertThatThrownBy(() -> FORM.encode(deep)).isInstanceOf(BadMessage.class);
        Tree listOfLists = new Tree.Fields(Map.of("a", new Tree.Items(List.of(new Tree.Items(List.of())))));
        assertThatThrownBy(() -> XML.encode(listOfLists)).isInstanceOf(BadMessage.class);
        Tree control = new Tree.Fields(Map.of("name", new Tree.Text("a\u0000b")));
        assertThatThrownBy(() -> XML.encode(control)).isInstanceOf(BadMessage.class);
        Tree half = new Tree.Fields(Map.of("name", new Tree.Text("\uD83D")));
        for (Codec codec : List.of(JSON, XML, FORM)) {
            assertThatThrownBy(() -> codec.encode(half)).isInstanceOf(BadMessage.class);
        }
        Tree name = new Tree.Fields(Map.of("a b><c", new Tree.Text("x")));
        assertThatThrownBy(() -> XML.encode(name)).isInstanceOf(BadMessage.class);
    }

    @Test
    void a_name_of_ten_thousand_signs_changes_no_structure() {
        String name = "O\"B<rien>&${x}]]>\uD83D\uDE00".repeat(600);
        Tree tree = new Tree.Fields(fields("name", new Tree.Text(name), "amount", new Tree.Text("1.00")));
        assertThat(JSON.decode(JSON.encode(tree))).isEqualTo(tree);
        assertThat(XML.decode(XML.encode(tree))).isEqualTo(tree);
        assertThat(FORM.decode(FORM.encode(tree))).isEqualTo(tree);
    }

    private static Map<String, Tree> fields(String first, Tree one, String second, Tree two) {
        Map<String, Tree> fields = new LinkedHashMap<>();
        fields.put(first, one);
        fields.put(second, two);
        return fields;
    }

    /** With everything JSON has, or only what XML can tell apart: lists of two and more, no empty fields. */
    private static Tree tree(Random random, int depth, boolean json) {
        int kind = random.nextInt(depth == 0 ? 1 : json ? 6 : 3);
        if (kind == 0) {
            return json && random.nextInt(3) == 0
                    ? new Tree.Numeral(new BigDecimal(random.nextLong()).movePointLeft(random.nextInt(19)))
                    : new Tree.Text(text(random));
        }
        if (kind == 1) {
            List<Tree> items = new ArrayList<>();
            for (int i = 0; i < 2 + random.nextInt(3); i++) {
                items.add(json ? tree(random, depth - 1, true) : new Tree.Text(text(random)));
            }
            return new Tree.Items(items);
        }
        if (kind >= 4) {
            return kind == 4 ? new Tree.Flag(random.nextBoolean()) : new Tree.Nil();
        }
        Map<String, Tree> fields = new LinkedHashMap<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            fields.put("f" + random.nextInt(50), tree(random, depth - 1, json));
        }
        return new Tree.Fields(fields);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder("t");
        for (int i = 0; i < random.nextInt(8); i++) {
            text.append(SIGNS[random.nextInt(SIGNS.length)]);
        }
        return text.append('t').toString();
    }
}
