package io.jointlending.api.channel;

import java.io.Serializable;
import java.util.List;

/**
 * One page of the products.
 *
 * @param total how many there are in all
 * @param products by product id
 */
public record ProductListView(Long total, List<ProductView> products) implements Serializable {}
