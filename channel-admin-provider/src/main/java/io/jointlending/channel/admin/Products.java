package io.jointlending.channel.admin;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.jointlending.api.channel.ProductOptionsView;
import io.jointlending.api.channel.ProductView;
import io.jointlending.channel.store.Mappers;
import io.jointlending.support.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/** The products that are stored. */
public final class Products {
    private final ProductMapper mapper;

    /** On the tables {@code product}, {@code product_term} and {@code product_scheme}. */
    public Products(SqlSession session) {
        this.mapper = Mappers.of(session, ProductMapper.class);
    }

    Optional<ProductView> find(String code) {
        ProductRow row = mapper.find(code);
        return row == null ? Optional.empty() : Optional.of(views(List.of(row)).get(0));
    }

    /** The code of the product with this number. */
    Optional<String> findCodeById(int productId) {
        return Optional.ofNullable(mapper.findCodeById(productId));
    }

    /** One page by product id; pages count from 1. */
    List<ProductView> page(int pageNo, int pageSize) {
        return views(mapper.list((pageNo - 1L) * pageSize, pageSize));
    }

    long count() {
        return mapper.count();
    }

    void add(ProductView product) {
        ProductOptionsView options = product.options();
        mapper.insert(product, Json.write(options == null ? ProductOptionsView.DEFAULT : options));
        for (int term : product.terms()) {
            mapper.insertTerm(product.productCode(), term);
        }
        int priority = 1;
        for (String schemeCode : product.schemeCodes()) {
            mapper.insertScheme(product.productCode(), priority++, schemeCode);
        }
    }

    /** The product's version, locked until the transaction ends; 0 when there is none. */
    long lock(String code) {
        Long version = mapper.lock(code);
        return version == null ? 0 : version;
    }

    /** False when the product was changed since {@code seen} was read. */
    boolean changeStatus(ProductView seen, String status) {
        return mapper.changeStatus(seen.productCode(), seen.status(), seen.version(), status) == 1;
    }

    private List<ProductView> views(List<ProductRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> codes = rows.stream().map(ProductRow::productCode).toList();
        Map<String, List<Integer>> terms = mapper.findTerms(codes).stream()
                .collect(groupingBy(ProductTermRow::productCode, mapping(ProductTermRow::installments, toList())));
        Map<String, List<String>> schemes = mapper.findSchemes(codes).stream()
                .collect(groupingBy(ProductSchemeRow::productCode, mapping(ProductSchemeRow::schemeCode, toList())));
        return rows.stream()
                .map(row -> row.view(
                        terms.getOrDefault(row.productCode(), List.of()),
                        schemes.getOrDefault(row.productCode(), List.of())))
                .toList();
    }
}
