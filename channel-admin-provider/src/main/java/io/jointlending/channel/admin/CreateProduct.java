package io.jointlending.channel.admin;

import io.jointlending.api.channel.CreateProductRequest;
import io.jointlending.api.channel.ProductView;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.message.ConfigurationPublished;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;

/** Adds a product, with its audit row, in one transaction. Refuses with A0400, A0525, A0528 and A0536. */
public final class CreateProduct {
    private static final long FIRST_VERSION = 1;

    private final IdempotentCommands commands;
    private final Schemes schemes;
    private final Products products;
    private final AuditLog audit;
    private final Publication publication;

    /** The idempotent commands open the transaction; the publication tells the other providers. */
    public CreateProduct(
            IdempotentCommands commands, Schemes schemes, Products products, AuditLog audit, Publication publication) {
        this.commands = commands;
        this.schemes = schemes;
        this.products = products;
        this.audit = audit;
        this.publication = publication;
    }

    ProductView run(CommandKey key, CreateProductRequest request) {
        return commands.execute(key, request, ProductView.class, () -> add(request));
    }

    /** In the running transaction. */
    ProductView add(CreateProductRequest request) {
        ProductRules.check(request.product());
        ProductView wanted = ProductRules.canonical(request.product(), FIRST_VERSION);
        if (!schemes.allExist(wanted.schemeCodes())) {
            throw new Refusal(ErrorCodes.SCHEME_NOT_FOUND, "product.schemeCodes");
        }
        wanted.schemeCodes().forEach(code -> schemes.find(code)
                .ifPresent(scheme -> SchemeRules.checkLeadPaid(scheme, wanted.annualRate())));
        products.findCodeById(wanted.productId())
                .filter(code -> !code.equals(wanted.productCode()))
                .ifPresent(code -> {
                    throw new Refusal(
                            ErrorCodes.ALREADY_EXISTS,
                            "Product " + code + " has the product id " + wanted.productId() + ".",
                            "product.productId");
                });
        return Sameness.addOnce(
                wanted,
                () -> products.find(wanted.productCode()),
                product -> ProductRules.canonical(product, FIRST_VERSION),
                () -> {
                    products.add(wanted);
                    audit.add(
                            new AuditLog.Change("createProduct", request.requestNo(), request.operator()),
                            AuditLog.PRODUCT,
                            wanted.productCode(),
                            null,
                            wanted);
                    publication.add(ConfigurationPublished.PRODUCT, wanted.productCode(), wanted.version(), wanted);
                    return wanted;
                },
                "product.productCode");
    }
}
