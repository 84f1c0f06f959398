package io.jointlending.fund.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.fund.flow.domain.finding.Findings;
import io.jointlending.fund.flow.domain.finding.Place;
import io.jointlending.fund.flow.domain.template.CannotRender;
import io.jointlending.fund.flow.domain.template.OutNames;
import io.jointlending.fund.flow.domain.template.Processor;
import io.jointlending.fund.flow.domain.template.ProcessorRegistry;
import io.jointlending.fund.flow.domain.template.RenderContext;
import io.jointlending.fund.flow.domain.template.Rendering;
import io.jointlending.fund.flow.domain.template.StandardProcessors;
import io.jointlending.fund.flow.domain.template.Template;
import io.jointlending.fund.flow.domain.template.TemplateParser;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.flow.domain.tree.ValueType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TemplateTest {
    private static final RenderContext CONTEXT = new RenderContext("first-bank", "L1", "T10001");

    private static Template template(Map<String, String> leaves) {
        Tree.Fields fields = Tree.Fields.empty();
        for (Map.Entry<String, String> leaf : leaves.entrySet()) {
            fields = fields.with(leaf.getKey(), new Tree.Text(leaf.getValue()));
        }
        Findings findings = new Findings();
        Template template = new TemplateParser(findings).parse(fields, Place.of("request"));
        assertThat(findings.all()).isEmpty();
        return template;
    }

    private static Tree render(String expression, Tree.Fields input) {
        Rendering.Rendered rendered = Rendering.render(
                template(Map.of("x", expression)), FlowTexts.PROCESSORS, CONTEXT, input, Tree.Fields.empty());
        return rendered.tree();
    }

    private static Tree.Fields input(String name, Tree value) {
        return Tree.Fields.empty().with(name, value);
    }

    @Test
    void hostile_texts_stay_one_value() {
        for (String hostile :
                List.of("Li\",\"amount\":\"1", "<a>&b;", "${order.no}", "\u0000", "'", "$each", "x".repeat(10_000))) {
            Tree.Text value = new Tree.Text(hostile);
            assertThat(render("${name}", input("name", value)))
                    .isEqualTo(Tree.Fields.empty().with("x", value));
        }
    }

    @Test
    void fen_become_yuan_exactly_for_random_amounts() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            long fen = random.nextLong();
            Tree rendered = render("${fen | fenToYuan}", input("fen", Tree.Numeral.of(fen)));
            String yuan = ((Tree.Text) rendered.at(List.of("x")).orElseThrow()).value();
            assertThat(new BigDecimal(yuan).movePointRight(2))
                    .as("seed 7, %d fen", fen)
                    .isEqualByComparingTo(BigDecimal.valueOf(fen));
            assertThat(yuan).matches("-?\\d+\\.\\d{2}");
        }
    }

    @Test
    void a_number_keeps_its_type_and_its_digits() {
        BigDecimal large = new BigDecimal("12345678901234567.89");
        assertThat(render("${n}", input("n", new Tree.Numeral(large))).at(List.of("x")))
                .contains(new Tree.Numeral(large));
        assertThat(ValueType.LONG.read(new Tree.Numeral(large))).isEmpty();
        assertThat(ValueType.LONG.read(new Tree.Numeral(new BigDecimal("9223372036854775808"))))
                .isEmpty();
        assertThat(ValueType.LONG.read(new Tree.Numeral(new BigDecimal("9223372036854775807"))))
                .contains(Long.MAX_VALUE);
    }

    @Test
    void a_missing_value_is_refused_and_an_optional_one_is_left_out() {
        assertThatThrownBy(() -> render("${order.no}", Tree.Fields.empty()))
                .isInstanceOf(CannotRender.class)
                .hasMessage("order.no is missing");
        assertThat(render("${order.no? | upper}", Tree.Fields.empty())).isEqualTo(Tree.Fields.empty());
    }

    @Test
    void sensitive_values_are_masked_for_logs_and_only_there() {
        Template template = template(Map.of("name", "${borrower.no | borrowerName}", "no", "${borrower.no}"));
        Tree.Fields input = input("borrower", Tree.Fields.empty().with("no", new Tree.Text("B1")));
        Rendering.Rendered rendered =
                Rendering.render(template, FlowTexts.PROCESSORS, CONTEXT, input, Tree.Fields.empty());
        assertThat(rendered.tree().at(List.of("name"))).contains(new Tree.Text("Example \"Li\" <& ${x}>"));
        assertThat(rendered.masked().at(List.of("name"))).contains(new Tree.Text("***"));
        assertThat(rendered.masked().at(List.of("no"))).contains(new Tree.Text("B1"));
    }

    @Test
    void a_mask_never_shows_more_than_half_or_four() {
        StandardProcessors standard = new StandardProcessors("https://callback.invalid");
        assertThat(standard.mask("6222000011112222", 4)).isEqualTo("************2222");
        assertThat(standard.mask("6222000011112222", 16)).isEqualTo("************2222");
        assertThat(standard.mask("ab", 4)).isEqualTo("*b");
        assertThat(standard.mask("", 4)).isEmpty();
        assertThat(standard.mask("abc", -1)).isEqualTo("***");
    }

    @Test
    void what_a_template_needs_of_earlier_answers_is_known() {
        Template template = template(Map.of("a", "${out.creditNo}", "b", "${out.other?}", "c", "${order.no}"));
        assertThat(OutNames.neededBy(template)).containsExactly("creditNo");
    }

    /** Processors that must not be accepted or must not do harm. */
    public static final class Odd {
        @Processor(value = "fails", doc = "throws")
        public String fails(String text) {
            if (text.isEmpty()) {
                return text;
            }
            throw new IllegalArgumentException("secret " + text);
        }

        @Processor(value = "asks", io = true, doc = "another system that does not answer")
        public String asks(String text) {
            if (text.isEmpty()) {
                return text;
            }
            throw new IllegalStateException("no connection for " + text);
        }
    }

    /** A type that templates do not have. */
    public static final class WrongType {
        @Processor(value = "wrong", doc = "takes an object")
        public String wrong(Object any) {
            return String.valueOf(any);
        }
    }

    /** A name that is not plain. */
    public static final class WrongName {
        @Processor(value = "a.b", doc = "dotted")
        public String dotted(String text) {
            return text;
        }
    }

    @Test
    void a_processor_that_fails_tells_no_value_and_whether_it_may_pass() {
        ProcessorRegistry registry = new ProcessorRegistry(new Odd());
        for (String name : List.of("fails", "asks")) {
            Template template = template(Map.of("x", "${card | " + name + "}"));
            Tree.Fields input = input("card", new Tree.Text("6222"));
            assertThatThrownBy(() -> Rendering.render(template, registry, CONTEXT, input, Tree.Fields.empty()))
                    .isInstanceOf(CannotRender.class)
                    .hasMessageNotContaining("6222")
                    .satisfies(e -> assertThat(((CannotRender) e).mayPass()).isEqualTo(name.equals("asks")));
        }
    }

    @Test
    void the_registry_refuses_at_the_start_what_templates_could_not_use() {
        assertThatThrownBy(() -> new ProcessorRegistry(new WrongType())).hasMessageContaining("java.lang.Object");
        assertThatThrownBy(() -> new ProcessorRegistry(new WrongName())).hasMessageContaining("is no name");
        assertThatThrownBy(() -> new ProcessorRegistry(new Odd(), new Odd())).hasMessageContaining("two processors");
        assertThat(FlowTexts.PROCESSORS.find("getClass")).isEmpty();
        assertThat(FlowTexts.PROCESSORS.all())
                .allSatisfy(processor -> assertThat(processor.doc()).isNotBlank());
    }
}
