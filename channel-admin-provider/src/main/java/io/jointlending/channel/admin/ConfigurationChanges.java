package io.jointlending.channel.admin;

import io.jointlending.api.approval.Actions;
import io.jointlending.api.channel.ChangeInstitutionStatusRequest;
import io.jointlending.api.channel.ChangeProductStatusRequest;
import io.jointlending.api.channel.CreateInstitutionRequest;
import io.jointlending.api.channel.CreateProductRequest;
import io.jointlending.api.channel.CreateSchemeRequest;
import io.jointlending.api.channel.FundChannelView;
import io.jointlending.api.channel.PutFundChannelRequest;
import io.jointlending.channel.approval.Change;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.support.idempotency.CommandKey;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The changes of configuration that need two persons: the same use cases as the direct commands, run by an approval. */
public final class ConfigurationChanges {
    private static final String CALLER = "approval";

    private ConfigurationChanges() {}

    /** All of them. */
    public static List<Change<?>> all(
            CreateInstitution createInstitution,
            ChangeInstitutionStatus changeInstitutionStatus,
            CreateScheme createScheme,
            CreateProduct createProduct,
            ChangeProductStatus changeProductStatus,
            PutFundChannel putFundChannel,
            Institutions institutions,
            Schemes schemes,
            Products products,
            FundChannels fundChannels) {
        return List.of(
                of(
                        Actions.CREATE_INSTITUTION,
                        CreateInstitutionRequest.class,
                        request -> new Change.Target(
                                AuditLog.INSTITUTION, request.institution().institutionCode()),
                        request -> institutions.lock(request.institution().institutionCode()),
                        createInstitution::run),
                of(
                        Actions.CHANGE_INSTITUTION_STATUS,
                        ChangeInstitutionStatusRequest.class,
                        request -> new Change.Target(AuditLog.INSTITUTION, request.institutionCode()),
                        request -> institutions.lock(request.institutionCode()),
                        changeInstitutionStatus::run),
                of(
                        Actions.CREATE_SCHEME,
                        CreateSchemeRequest.class,
                        request -> new Change.Target(
                                AuditLog.SCHEME, request.scheme().schemeCode()),
                        request -> exists(schemes.find(request.scheme().schemeCode())),
                        createScheme::run),
                of(
                        Actions.CREATE_PRODUCT,
                        CreateProductRequest.class,
                        request -> new Change.Target(
                                AuditLog.PRODUCT, request.product().productCode()),
                        request -> products.lock(request.product().productCode()),
                        createProduct::run),
                of(
                        Actions.CHANGE_PRODUCT_STATUS,
                        ChangeProductStatusRequest.class,
                        request -> new Change.Target(AuditLog.PRODUCT, request.productCode()),
                        request -> products.lock(request.productCode()),
                        changeProductStatus::run),
                of(
                        Actions.PUT_FUND_CHANNEL,
                        PutFundChannelRequest.class,
                        request -> new Change.Target(
                                AuditLog.FUND_CHANNEL, request.channel().institutionCode()),
                        request -> fundChannels
                                .find(request.channel().institutionCode())
                                .map(FundChannelView::version)
                                .orElse(0L),
                        putFundChannel::run));
    }

    /** Entries that are added once and never changed are at version 0 or 1. */
    private static long exists(Optional<?> entry) {
        return entry.isPresent() ? 1 : 0;
    }

    private static <P> Change<P> of(
            String action,
            Class<P> payloadType,
            Function<P, Change.Target> target,
            Function<P, Long> version,
            BiFunction<CommandKey, P, ?> run) {
        return new Change<>() {
            @Override
            public String action() {
                return action;
            }

            @Override
            public Class<P> payloadType() {
                return payloadType;
            }

            @Override
            public Target target(P payload) {
                return target.apply(payload);
            }

            @Override
            public Long version(P payload) {
                return version.apply(payload);
            }

            @Override
            public Done execute(P payload, String requestNo, String maker) {
                return Done.of(run.apply(new CommandKey(CALLER, action, requestNo), payload));
            }
        };
    }
}
