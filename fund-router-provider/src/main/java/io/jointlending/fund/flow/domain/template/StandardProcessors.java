package io.jointlending.fund.flow.domain.template;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The processors that every flow may use. */
public final class StandardProcessors {
    private final String callbackBase;

    /**
     * @param callbackBase address under which institutions reach our callback listener, without a slash at its end
     */
    public StandardProcessors(String callbackBase) {
        this.callbackBase = callbackBase;
    }

    @Processor(value = "fenToYuan", doc = "fen as yuan with two decimals, as text: 700010 gives 7000.10")
    public String fenToYuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    @Processor(value = "fenToDecimal", doc = "fen as yuan with two decimals, as a number")
    public BigDecimal fenToDecimal(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }

    @Processor(value = "date", doc = "a day in a pattern of java.time, such as 'yyyyMMdd'")
    public String date(LocalDate day, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(day);
    }

    @Processor(value = "text", doc = "a whole number as text")
    public String text(long number) {
        return Long.toString(number);
    }

    @Processor(value = "decimalText", doc = "a decimal as text, without an exponent")
    public String decimalText(BigDecimal number) {
        return number.toPlainString();
    }

    @Processor(value = "prefix", doc = "the text with another before it")
    public String prefix(String text, String before) {
        return before + text;
    }

    @Processor(value = "upper", doc = "the text in capital letters")
    public String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    @Processor(value = "mask", doc = "stars but for the last characters, at most four of them")
    public String mask(String text, long keep) {
        int shown = (int) Math.max(0, Math.min(Math.min(keep, 4), text.length() / 2));
        return "*".repeat(text.length() - shown) + text.substring(text.length() - shown);
    }

    @Processor(
            value = "requestNo",
            doc = "the number of this request; the same again when a step with repeat: same-no is sent again")
    public String requestNo(RenderContext context) {
        return context.requestNo();
    }

    @Processor(value = "businessNo", doc = "the business number of the task")
    public String businessNo(RenderContext context) {
        return context.businessNo();
    }

    @Processor(value = "callbackUrl", doc = "where this channel sends the callback of this event")
    public String callbackUrl(RenderContext context, String event) {
        return callbackBase + "/callback/" + context.channel() + "/" + event;
    }
}
