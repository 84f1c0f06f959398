package io.jointlending.loan.borrower.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.loan.borrower.domain.Identity;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalDataTest {
    private static final String OLD = key(1);
    private static final String NEW = key(2);
    private static final String INDEX = key(3);
    private static final Identity PERSON =
            new Identity("测试\u0001\"𠮷", "11010119000101000X", "10000000001", "6222000000000001");

    private final PersonalDataCipher cipher = cipher("k1", "k1:" + OLD);

    private static PersonalDataCipher cipher(String current, String keys) {
        return new PersonalDataCipher(PersonalDataKeys.parse(current, keys, INDEX));
    }

    private static String key(int number) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) number);
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void what_was_encrypted_opens_again_and_looks_different_each_time() {
        PersonalDataCipher.Encrypted first = cipher.encrypt("B-1", PERSON);
        PersonalDataCipher.Encrypted second = cipher.encrypt("B-1", PERSON);
        assertThat(cipher.decrypt("B-1", first)).isEqualTo(PERSON);
        assertThat(cipher.decrypt("B-1", second)).isEqualTo(PERSON);
        assertThat(first.bytes()).isNotEqualTo(second.bytes());
        assertThat(new String(first.bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain(PERSON.idNumber(), PERSON.mobile(), PERSON.cardNumber());
    }

    @Test
    void a_fingerprint_tells_identities_apart_and_depends_on_the_index_key() {
        String fingerprint = cipher.fingerprint(PERSON);
        assertThat(cipher("k2", "k2:" + NEW).fingerprint(PERSON)).isEqualTo(fingerprint);
        for (Identity other : new Identity[] {
            new Identity("other", PERSON.idNumber(), PERSON.mobile(), PERSON.cardNumber()),
            new Identity(PERSON.name(), "110101190001010011", PERSON.mobile(), PERSON.cardNumber()),
            new Identity(PERSON.name(), PERSON.idNumber(), "10000000002", PERSON.cardNumber()),
            new Identity(PERSON.name(), PERSON.idNumber(), PERSON.mobile(), "6222000000000002")
        }) {
            assertThat(cipher.fingerprint(other)).isNotEqualTo(fingerprint);
        }
        PersonalDataCipher otherKey = new PersonalDataCipher(PersonalDataKeys.parse("k1", "k1:" + OLD, key(4)));
        assertThat(otherKey.fingerprint(PERSON)).isNotEqualTo(fingerprint);
        assertThat(fingerprint).isNotEqualTo(cipher.blindIndex(PERSON.idNumber()));
    }

    @Test
    void after_a_rotation_old_data_opens_and_new_data_uses_the_new_key() {
        PersonalDataCipher.Encrypted old = cipher.encrypt("B-1", PERSON);
        PersonalDataCipher rotated = cipher("k2", "k1:" + OLD + ", k2:" + NEW);
        assertThat(rotated.decrypt("B-1", old)).isEqualTo(PERSON);
        PersonalDataCipher.Encrypted fresh = rotated.encrypt("B-1", PERSON);
        assertThat(fresh.keyId()).isEqualTo("k2");
        assertThat(cipher("k2", "k2:" + NEW).decrypt("B-1", fresh)).isEqualTo(PERSON);
        assertThatThrownBy(() -> cipher("k2", "k2:" + NEW).decrypt("B-1", old))
                .hasMessageContaining("the key k1")
                .hasMessageNotContainingAny(OLD, NEW, PERSON.idNumber());
    }

    @Test
    void cipher_text_of_another_borrower_or_with_a_changed_bit_does_not_open() {
        PersonalDataCipher.Encrypted encrypted = cipher.encrypt("B-1", PERSON);
        assertThatThrownBy(() -> cipher.decrypt("B-2", encrypted)).isInstanceOf(IllegalStateException.class);
        Random random = new Random(42);
        for (int round = 0; round < 50; round++) {
            byte[] changed = encrypted.bytes().clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(
                            () -> cipher.decrypt("B-1", new PersonalDataCipher.Encrypted(encrypted.keyId(), changed)))
                    .as("seed 42 round %s", round)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageNotContaining(PERSON.idNumber());
        }
    }

    @Test
    void the_blind_index_is_stable_across_encryption_keys_and_differs_by_number() {
        String index = cipher.blindIndex(PERSON.idNumber());
        assertThat(index).matches("[0-9a-f]{64}");
        assertThat(cipher("k2", "k2:" + NEW).blindIndex(PERSON.idNumber())).isEqualTo(index);
        assertThat(cipher.blindIndex("110101190001010001")).isNotEqualTo(index);
        PersonalDataKeys otherIndexKey = PersonalDataKeys.parse("k1", "k1:" + OLD, NEW);
        assertThat(new PersonalDataCipher(otherIndexKey).blindIndex(PERSON.idNumber()))
                .isNotEqualTo(index);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    k9 | k1:%OLD%          | %INDEX%    | names k9
                    k1 | ''                | %INDEX%    | needs keys
                    k1 | k1=%OLD%          | %INDEX%    | must be id:base64
                    k1 | k1:%OLD%,         | %INDEX%    | must be id:base64
                    k1 | k1:%OLD%,k1:%OLD% | %INDEX%    | twice
                    k1 | k1:c2hvcnQ=       | %INDEX%    | 5 bytes
                    k1 | k1:not-base64!    | %INDEX%    | not base64
                    k1 | k1:%OLD%          | c2hvcnQ=   | index-key has 5 bytes
                    """)
    void keys_that_cannot_be_are_refused_without_showing_them(
            String current, String keys, String index, String complaint) {
        assertThatThrownBy(() ->
                        PersonalDataKeys.parse(current, keys.replace("%OLD%", OLD), index.replace("%INDEX%", INDEX)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(complaint)
                .hasMessageNotContainingAny(OLD, "c2hvcnQ", "not-base64!")
                .hasNoCause();
    }

    @Test
    void keys_show_only_their_names() {
        assertThat(PersonalDataKeys.parse("k1", "k1:" + OLD, INDEX))
                .hasToString("PersonalDataKeys[current=k1, ids=[k1]]");
    }
}
