package io.jointlending.fund.route.persistence;

import io.jointlending.fund.route.domain.RouteVersion;
import io.jointlending.fund.route.domain.Routes;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;
import org.springframework.dao.DuplicateKeyException;

/** Routes of the tables {@code fund_route} and {@code fund_route_product}. */
public final class MyBatisRoutes implements Routes {
    private final RouteMapper mapper;

    /** On the database of this session. */
    public MyBatisRoutes(SqlSession session) {
        this.mapper = Mappers.of(session, RouteMapper.class);
    }

    @Override
    public boolean add(RouteVersion draft) {
        try {
            return mapper.insert(new RouteRow(
                            draft.route(),
                            draft.version(),
                            draft.body(),
                            draft.sha256(),
                            draft.status().name(),
                            draft.createdBy(),
                            null))
                    == 1;
        } catch (DuplicateKeyException somebodyWasFaster) {
            return false;
        }
    }

    @Override
    public Optional<RouteVersion> newest(String route) {
        return Optional.ofNullable(mapper.newest(route)).map(RouteRow::routeVersion);
    }

    @Override
    public Optional<RouteVersion> find(String route, int version) {
        return Optional.ofNullable(mapper.find(route, version)).map(RouteRow::routeVersion);
    }

    @Override
    public Optional<RouteVersion> active(String route) {
        return Optional.ofNullable(mapper.active(route)).map(RouteRow::routeVersion);
    }

    @Override
    public Optional<RouteVersion> activeFor(String productCode) {
        return Optional.ofNullable(mapper.activeFor(productCode)).map(RouteRow::routeVersion);
    }

    @Override
    public boolean activate(RouteVersion version, String approvedBy) {
        mapper.retire(version.route());
        try {
            return mapper.activate(version.route(), version.version(), approvedBy) == 1;
        } catch (DuplicateKeyException somebodyWasFaster) {
            return false;
        }
    }

    @Override
    public List<String> assign(String route, int version, List<String> products) {
        mapper.free(route);
        for (String product : products.stream().sorted().toList()) {
            mapper.take(product, route, version);
        }
        return mapper.ofOthers(products, route);
    }
}
