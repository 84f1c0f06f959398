package io.jointlending.system.demo;

import io.jointlending.api.channel.ProductView;
import io.jointlending.system.demo.OrderRow.Receipt;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads a file of orders: {@code order_ref,start_date,product_code,scheme_code,amount_fen,installments,repayments}.
 * Lines that are empty or begin with {@code #} and the line of column names are passed over; a row that breaks a rule is
 * reported and left out.
 */
final class OrdersFile {
    /** The first line of a file, if it names its columns. */
    static final String HEADER = "order_ref,start_date,product_code,scheme_code,amount_fen,installments,repayments";

    private static final int COLUMNS = 7;
    private static final long MOST_FEN = 100_000_000_000L;
    private static final Pattern REF = Pattern.compile("[A-Za-z0-9_-]{1,20}");

    private final Map<String, ProductView> products = new HashMap<>();
    private final Map<String, Integer> lineOfRef = new HashMap<>();
    private final List<OrderRow> rows = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private OrdersFile(List<ProductView> onSale) {
        onSale.forEach(product -> products.put(product.productCode(), product));
    }

    /**
     * A row that was left out.
     *
     * @param line line of the file
     * @param rule the rule it breaks
     * @param detail what stands there
     */
    record Problem(int line, String rule, String detail) {}

    /** The content of a file: good rows and the problems of the others. */
    record Content(List<OrderRow> rows, List<Problem> problems) {}

    static Content read(List<String> lines, List<ProductView> onSale) {
        OrdersFile file = new OrdersFile(onSale);
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).strip();
            boolean names = i == 0 && (text.equals(HEADER) || text.equals('\uFEFF' + HEADER));
            if (!text.isEmpty() && !text.startsWith("#") && !names) {
                file.line(i + 1, text);
            }
        }
        return new Content(List.copyOf(file.rows), List.copyOf(file.problems));
    }

    private void line(int number, String text) {
        try {
            OrderRow row = row(number, text.split(",", -1));
            lineOfRef.put(row.orderRef(), number);
            rows.add(row);
        } catch (BadRow e) {
            problems.add(new Problem(number, e.rule, e.detail));
        }
    }

    private OrderRow row(int number, String[] cells) {
        if (cells.length != COLUMNS) {
            throw new BadRow("seven columns", cells.length + " columns");
        }
        String ref = cells[0].strip();
        if (!REF.matcher(ref).matches()) {
            throw new BadRow("order_ref is 1 to 20 letters, digits, - or _", ref);
        }
        Integer earlier = lineOfRef.get(ref);
        if (earlier != null) {
            throw new BadRow("order_ref is unique", ref + " is also in line " + earlier);
        }
        LocalDate start = date("start_date", cells[1]);
        ProductView product = products.get(cells[2].strip());
        if (product == null) {
            throw new BadRow("product_code is on sale", cells[2]);
        }
        String scheme = cells[3].strip();
        if (!scheme.isEmpty() && !product.schemeCodes().contains(scheme)) {
            throw new BadRow("scheme_code funds the product", scheme + " for " + product.productCode());
        }
        long amount = fen("amount_fen", cells[4]);
        if (amount < product.minAmountFen() || amount > product.maxAmountFen()) {
            throw new BadRow(
                    "amount_fen is " + product.minAmountFen() + " to " + product.maxAmountFen() + " for this product",
                    cells[4]);
        }
        int installments = installments(cells[5], product);
        return new OrderRow(
                number,
                ref,
                start,
                product.productCode(),
                scheme.isEmpty() ? null : scheme,
                amount,
                installments,
                receipts(cells[6], start));
    }

    private static int installments(String cell, ProductView product) {
        try {
            int installments = Integer.parseInt(cell.strip());
            if (product.terms().contains(installments)) {
                return installments;
            }
        } catch (NumberFormatException e) {
            throw new BadRow("installments is a number", cell);
        }
        throw new BadRow("installments is one of " + product.terms() + " for this product", cell);
    }

    private static List<Receipt> receipts(String cell, LocalDate start) {
        List<Receipt> receipts = new ArrayList<>();
        if (cell.isBlank()) {
            return receipts;
        }
        for (String pair : cell.split("\\|", -1)) {
            int colon = pair.indexOf(':');
            if (colon < 0) {
                throw new BadRow("repayments are date:amountFen pairs separated by |", pair);
            }
            LocalDate date = date("repayment date", pair.substring(0, colon));
            if (date.isBefore(start)) {
                throw new BadRow("a repayment is not before the start_date", pair);
            }
            String amount = pair.substring(colon + 1).strip();
            receipts.add(new Receipt(date, amount.equals("rest") ? null : (Long) fen("repayment amount", amount)));
        }
        // stable: receipts of one day keep the order of the file
        receipts.sort(Comparator.comparing(Receipt::date));
        return List.copyOf(receipts);
    }

    private static LocalDate date(String what, String cell) {
        try {
            return LocalDate.parse(cell.strip());
        } catch (DateTimeParseException e) {
            throw new BadRow(what + " is a date like 2026-01-31", cell);
        }
    }

    private static long fen(String what, String cell) {
        try {
            long amount = Long.parseLong(cell.strip());
            if (amount > 0 && amount <= MOST_FEN) {
                return amount;
            }
        } catch (NumberFormatException e) {
            throw new BadRow(what + " is a whole number of fen", cell);
        }
        throw new BadRow(what + " is 1 to " + MOST_FEN + " fen", cell);
    }

    private static final class BadRow extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String rule;
        private final String detail;

        BadRow(String rule, String detail) {
            super(rule, null, false, false);
            this.rule = rule;
            this.detail = detail.strip();
        }
    }
}
