package io.jointlending.channel.admin;

import io.jointlending.api.channel.ChangeProductStatusRequest;
import io.jointlending.api.channel.ProductView;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.message.ConfigurationPublished;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;

/** Moves a product's status one step, with its audit row, in one transaction. Refuses with A0521 and A0530. */
public final class ChangeProductStatus {
    private final IdempotentCommands commands;
    private final Products products;
    private final AuditLog audit;
    private final Publication publication;

    /** The idempotent commands open the transaction; the publication tells the other providers. */
    public ChangeProductStatus(
            IdempotentCommands commands, Products products, AuditLog audit, Publication publication) {
        this.commands = commands;
        this.products = products;
        this.audit = audit;
        this.publication = publication;
    }

    ProductView run(CommandKey key, ChangeProductStatusRequest request) {
        return commands.execute(key, request, ProductView.class, () -> change(request));
    }

    /** In the running transaction. */
    ProductView change(ChangeProductStatusRequest request) {
        ProductView before = find(request.productCode());
        if (!ProductRules.oneStep(before.status(), request.status())) {
            throw refused("is " + before.status() + " and cannot become " + request.status() + " in one step");
        }
        if (!products.changeStatus(before, request.status())) {
            throw refused("was changed by somebody else at the same time; read it and ask again");
        }
        ProductView after = find(request.productCode());
        audit.add(
                new AuditLog.Change("changeProductStatus", request.requestNo(), request.operator()),
                AuditLog.PRODUCT,
                request.productCode(),
                before,
                after);
        publication.add(ConfigurationPublished.PRODUCT, after.productCode(), after.version(), after);
        return after;
    }

    private ProductView find(String code) {
        return products.find(code).orElseThrow(() -> new Refusal(ErrorCodes.PRODUCT_NOT_FOUND, "productCode"));
    }

    private static Refusal refused(String why) {
        return new Refusal(ErrorCodes.PRODUCT_STATUS, "The product " + why + ".", "status");
    }
}
