package io.jointlending.loan.borrower.persistence;

import io.jointlending.loan.borrower.domain.Borrower;
import io.jointlending.loan.borrower.domain.Borrowers;
import io.jointlending.loan.borrower.domain.Identity;
import io.jointlending.loan.borrower.domain.MaskedIdentity;
import io.jointlending.loan.sql.Mappers;
import io.jointlending.support.order.OrderNumbers;
import io.jointlending.support.tx.DatabaseFailure;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;

/** Borrowers in MySQL. */
public final class MyBatisBorrowers implements Borrowers {
    private final BorrowerMapper mapper;
    private final PersonalDataCipher cipher;

    public MyBatisBorrowers(SqlSession session, PersonalDataCipher cipher) {
        this.mapper = Mappers.of(session, BorrowerMapper.class);
        this.cipher = cipher;
    }

    @Override
    public boolean add(String borrowerNo, Identity identity) {
        PersonalDataCipher.Encrypted encrypted = cipher.encrypt(borrowerNo, identity);
        try {
            int rows = mapper.insert(
                    borrowerNo,
                    OrderNumbers.gene(borrowerNo),
                    Borrower.ACTIVE,
                    encrypted.keyId(),
                    encrypted.bytes(),
                    cipher.blindIndex(identity.idNumber()),
                    identity.masked());
            return rows == 1;
        } catch (RuntimeException e) {
            if (DatabaseFailure.of(e) == DatabaseFailure.DUPLICATE) {
                // Either number. The statement alone is undone, the transaction goes on and the caller looks which.
                return false;
            }
            throw e;
        }
    }

    @Override
    public Optional<Borrower> find(String borrowerNo) {
        return Optional.ofNullable(mapper.find(borrowerNo))
                .map(row -> new Borrower(
                        row.borrowerNo(),
                        row.status(),
                        new MaskedIdentity(
                                row.maskedName(), row.maskedIdNumber(), row.maskedMobile(), row.maskedCardNumber())));
    }

    @Override
    public Map<String, String> maskedNames(Collection<String> borrowerNos) {
        return borrowerNos.isEmpty()
                ? Map.of()
                : mapper.findNames(borrowerNos).stream()
                        .collect(Collectors.toUnmodifiableMap(MaskedNameRow::borrowerNo, MaskedNameRow::maskedName));
    }

    @Override
    public String fingerprint(Identity identity) {
        return cipher.fingerprint(identity);
    }

    @Override
    public Optional<Identity> findIdentity(String borrowerNo) {
        return Optional.ofNullable(mapper.findEncrypted(borrowerNo))
                .map(row -> cipher.decrypt(
                        borrowerNo, new PersonalDataCipher.Encrypted(row.keyId(), row.identityCipher())));
    }
}
