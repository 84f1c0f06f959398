package io.jointlending.loan.borrower.persistence;

import io.jointlending.loan.borrower.domain.MaskedIdentity;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

interface BorrowerMapper {
    @Insert(
            """
            INSERT INTO borrower (borrower_no, shard_key, status, key_id, identity_cipher, id_blind_index,
                masked_name, masked_id_number, masked_mobile, masked_card_number)
            VALUES (#{borrowerNo}, #{shardKey}, #{status}, #{keyId}, #{cipher}, #{blindIndex},
                #{masked.name}, #{masked.idNumber}, #{masked.mobile}, #{masked.cardNumber})
            """)
    @SuppressWarnings("TooManyParameters") // the columns
    int insert(
            @Param("borrowerNo") String borrowerNo,
            @Param("shardKey") int shardKey,
            @Param("status") String status,
            @Param("keyId") String keyId,
            @Param("cipher") byte[] cipher,
            @Param("blindIndex") String blindIndex,
            @Param("masked") MaskedIdentity masked);

    @Select(
            """
            SELECT borrower_no, status, masked_name, masked_id_number, masked_mobile, masked_card_number
            FROM borrower WHERE borrower_no = #{borrowerNo}
            """)
    @Nullable
    BorrowerRow find(@Param("borrowerNo") String borrowerNo);

    @Select(
            """
            <script>
            SELECT borrower_no, masked_name FROM borrower
             WHERE borrower_no IN <foreach collection='numbers' item='one' open='(' separator=', ' close=')'>#{one}</foreach>
            </script>""")
    List<MaskedNameRow> findNames(@Param("numbers") Collection<String> borrowerNos);

    @Select("SELECT key_id, identity_cipher FROM borrower WHERE borrower_no = #{borrowerNo}")
    @Nullable
    EncryptedRow findEncrypted(@Param("borrowerNo") String borrowerNo);
}
