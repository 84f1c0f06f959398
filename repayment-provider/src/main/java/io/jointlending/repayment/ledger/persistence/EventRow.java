package io.jointlending.repayment.ledger.persistence;

import java.time.LocalDate;

record EventRow(Long sequenceNo, String repaymentNo, LocalDate valueDate) {}
