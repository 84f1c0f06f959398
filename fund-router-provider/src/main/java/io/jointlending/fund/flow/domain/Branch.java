package io.jointlending.fund.flow.domain;

import java.util.List;

/**
 * One line under {@code next}.
 *
 * @param on answers it is for
 * @param next what happens then
 */
public record Branch(List<Category> on, Next next) {
    public Branch {
        on = List.copyOf(on);
    }
}
