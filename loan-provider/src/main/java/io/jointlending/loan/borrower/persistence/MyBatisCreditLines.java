package io.jointlending.loan.borrower.persistence;

import io.jointlending.loan.borrower.domain.CreditLine;
import io.jointlending.loan.borrower.domain.CreditLines;
import io.jointlending.loan.sql.Mappers;
import io.jointlending.support.order.OrderNumbers;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/** Credit lines in MySQL: conditional updates, so that two reservations can never exceed the limit. */
public final class MyBatisCreditLines implements CreditLines {
    private final CreditLineMapper mapper;

    public MyBatisCreditLines(SqlSession session) {
        this.mapper = Mappers.of(session, CreditLineMapper.class);
    }

    @Override
    public void open(String borrowerNo, long limitFen) {
        mapper.insert(borrowerNo, OrderNumbers.gene(borrowerNo), limitFen);
    }

    @Override
    public Optional<CreditLine> find(String borrowerNo) {
        return Optional.ofNullable(mapper.find(borrowerNo))
                .map(row -> new CreditLine(row.borrowerNo(), row.limitFen(), row.reservedFen(), row.usedFen()));
    }

    @Override
    public boolean reserve(String borrowerNo, String orderNo, long amountFen) {
        if (mapper.reserve(borrowerNo, amountFen) == 0) {
            return false;
        }
        log(borrowerNo, orderNo, orderNo, "RESERVE", amountFen);
        return true;
    }

    @Override
    public void use(String borrowerNo, String orderNo, long amountFen) {
        requireOne(mapper.use(borrowerNo, amountFen), "use", borrowerNo, orderNo, amountFen);
        log(borrowerNo, orderNo, orderNo, "USE", amountFen);
    }

    @Override
    public void release(String borrowerNo, String orderNo, long amountFen) {
        requireOne(mapper.release(borrowerNo, amountFen), "release", borrowerNo, orderNo, amountFen);
        log(borrowerNo, orderNo, orderNo, "RELEASE", amountFen);
    }

    @Override
    public void giveBack(String borrowerNo, String orderNo, long sequence, long amountFen) {
        if (amountFen == 0) {
            return;
        }
        requireOne(mapper.giveBack(borrowerNo, amountFen), "give back", borrowerNo, orderNo, amountFen);
        log(
                borrowerNo,
                orderNo,
                orderNo + "-" + sequence,
                amountFen > 0 ? "RETURN" : "RETAKE",
                Math.absExact(amountFen));
    }

    private void log(String borrowerNo, String orderNo, String bizNo, String action, long amountFen) {
        mapper.insertFlow(borrowerNo, OrderNumbers.gene(borrowerNo), orderNo, bizNo, action, amountFen);
    }

    private void requireOne(int rows, String act, String borrowerNo, String orderNo, long amountFen) {
        if (rows != 1) {
            throw new IllegalStateException("cannot " + act + " " + amountFen + " fen of order " + orderNo
                    + " on the credit line of " + borrowerNo + ": " + mapper.find(borrowerNo));
        }
    }
}
