package io.jointlending.support.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.ops.StatusRequest;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonTest {
    private record Part(String code, Long amountFen) {}

    private record Whole(
            LocalDate day,
            LocalDateTime time,
            BigDecimal rate,
            @Nullable String note,
            List<Part> parts,
            Integer count) {}

    private record Older(Integer count) {}

    private static final Whole WHOLE = new Whole(
            LocalDate.of(2026, 1, 31),
            LocalDateTime.of(2026, 1, 31, 8, 5, 0),
            new BigDecimal("0.00000050"),
            null,
            List.of(new Part("A", 9_007_199_254_740_993L)),
            3);

    @Test
    void dates_are_iso_rates_are_plain_and_nulls_are_written() {
        assertThat(Json.write(WHOLE))
                .isEqualTo("{\"day\":\"2026-01-31\",\"time\":\"2026-01-31T08:05:00\",\"rate\":0.00000050,\"note\":null,"
                        + "\"parts\":[{\"code\":\"A\",\"amountFen\":9007199254740993}],\"count\":3}");
    }

    @Test
    void what_is_written_is_read_back() {
        assertThat(Json.read(Json.write(WHOLE), Whole.class)).isEqualTo(WHOLE);
        assertThat(Json.read(Json.bytes(WHOLE), Whole.class)).isEqualTo(WHOLE);
        assertThat(Json.read("{}", StatusRequest.class)).isEqualTo(new StatusRequest());
    }

    @Test
    void a_record_of_one_text_field_is_an_object() {
        assertThat(Json.read("{\"requestNo\":\"r\"}", RequestNoQuery.class)).isEqualTo(new RequestNoQuery("r"));
    }

    @Test
    void fields_of_a_newer_contract_are_ignored() {
        assertThat(Json.read(Json.write(WHOLE), Older.class)).isEqualTo(new Older(3));
    }

    @Test
    void what_is_no_json_of_the_type_is_unreadable() {
        assertThatThrownBy(() -> Json.read("{\"count\":3.5}", Older.class)).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> Json.read("nonsense", Older.class)).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> Json.read("null", Older.class)).isInstanceOf(UncheckedIOException.class);
    }

    private record Grown(Integer count, @Nullable String added) {}

    @Test
    void a_request_hashes_the_same_after_its_contract_grew_by_an_optional_field() {
        assertThat(BodyHash.ofRequest(new Grown(3, null))).isEqualTo(BodyHash.ofRequest(new Older(3)));
        assertThat(BodyHash.ofRequest(new Grown(3, "x"))).isNotEqualTo(BodyHash.ofRequest(new Older(3)));
        assertThat(BodyHash.of(new byte[0]))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
