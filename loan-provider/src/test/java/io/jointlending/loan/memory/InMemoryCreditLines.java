package io.jointlending.loan.memory;

import io.jointlending.loan.borrower.domain.CreditLine;
import io.jointlending.loan.borrower.domain.CreditLines;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Credit lines in memory. */
public final class InMemoryCreditLines implements CreditLines {
    private final Map<String, CreditLine> lines = new HashMap<>();
    private final Set<String> moves = new HashSet<>();

    @Override
    public synchronized void open(String borrowerNo, long limitFen) {
        if (lines.putIfAbsent(borrowerNo, new CreditLine(borrowerNo, limitFen, 0, 0)) != null) {
            throw new IllegalStateException("credit line of " + borrowerNo + " exists");
        }
    }

    @Override
    public synchronized Optional<CreditLine> find(String borrowerNo) {
        return Optional.ofNullable(lines.get(borrowerNo));
    }

    @Override
    public synchronized boolean reserve(String borrowerNo, String orderNo, long amountFen) {
        CreditLine line = line(borrowerNo);
        if (line.freeFen() < amountFen) {
            return false;
        }
        move(orderNo, "RESERVE", line, amountFen, 0);
        return true;
    }

    @Override
    public synchronized void use(String borrowerNo, String orderNo, long amountFen) {
        move(orderNo, "USE", line(borrowerNo), -amountFen, amountFen);
    }

    @Override
    public synchronized void release(String borrowerNo, String orderNo, long amountFen) {
        move(orderNo, "RELEASE", line(borrowerNo), -amountFen, 0);
    }

    @Override
    public synchronized void giveBack(String borrowerNo, String orderNo, long sequence, long amountFen) {
        if (amountFen != 0) {
            move(orderNo + "-" + sequence, amountFen > 0 ? "RETURN" : "RETAKE", line(borrowerNo), 0, -amountFen);
        }
    }

    private CreditLine line(String borrowerNo) {
        CreditLine line = lines.get(borrowerNo);
        if (line == null) {
            throw new IllegalStateException("no credit line of " + borrowerNo);
        }
        return line;
    }

    private void move(String bizNo, String action, CreditLine line, long reserved, long used) {
        CreditLine moved = new CreditLine(
                line.borrowerNo(), line.limitFen(), line.reservedFen() + reserved, line.usedFen() + used);
        if (!moves.add(bizNo + " " + action)) {
            throw new IllegalStateException(bizNo + " " + action + " was done before");
        }
        lines.put(line.borrowerNo(), moved);
    }
}
