package io.jointlending.loan.borrower.persistence;

/** The encrypted facts of a row of borrower, in the order of the columns read. */
@SuppressWarnings("ArrayRecordComponent") // never compared, and MyBatis reads VARBINARY as an array
record EncryptedRow(String keyId, byte[] identityCipher) {}
