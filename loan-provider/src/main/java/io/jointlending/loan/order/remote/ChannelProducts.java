package io.jointlending.loan.order.remote;

import io.jointlending.api.channel.ChannelQueryService;
import io.jointlending.api.channel.CodeQuery;
import io.jointlending.api.channel.ProductOptionsView;
import io.jointlending.api.channel.ProductView;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.message.ConfigurationPublished;
import io.jointlending.loan.order.domain.LoanOptions;
import io.jointlending.loan.order.domain.LoanTerms;
import io.jointlending.loan.order.domain.Product;
import io.jointlending.loan.order.domain.Products;
import io.jointlending.support.configuration.KeptConfiguration;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.money.DayCount;
import io.jointlending.support.money.PlanMethod;
import io.jointlending.support.money.Rounding;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Products as channel-admin-provider tells them, when it is asked and by message. */
public final class ChannelProducts implements Products {
    private final ChannelQueryService channels;
    private final KeptConfiguration kept;

    public ChannelProducts(ChannelQueryService channels, KeptConfiguration kept) {
        this.channels = channels;
        this.kept = kept;
    }

    @Override
    public Supplier<Product> read(String productCode) {
        try {
            Product product = product(kept.get(
                    ConfigurationPublished.PRODUCT,
                    productCode,
                    ProductView.class,
                    ProductView::version,
                    () -> channels.findProduct(new CodeQuery(productCode))));
            return () -> product;
        } catch (Refusal refused) {
            // The other provider's field is "code"; our caller's is named here.
            Refusal refusal = refused.code().equals(ErrorCodes.PRODUCT_NOT_FOUND)
                    ? new Refusal(ErrorCodes.PRODUCT_NOT_FOUND, "productCode")
                    : refused;
            return () -> {
                throw refusal;
            };
        }
    }

    private static Product product(ProductView view) {
        return new Product(
                view.productCode(),
                ProductView.ON_SALE.equals(view.status()),
                view.minAmountFen(),
                view.maxAmountFen(),
                view.terms(),
                view.schemeCodes(),
                new LoanTerms(
                        view.annualRate(),
                        PlanMethod.valueOf(view.method()),
                        Rounding.valueOf(view.rounding()),
                        view.penaltyDailyRate(),
                        view.penaltyGraceDays(),
                        options(view.options())));
    }

    private static LoanOptions options(@Nullable ProductOptionsView view) {
        ProductOptionsView it = view == null ? ProductOptionsView.DEFAULT : view;
        return new LoanOptions(
                DayCount.valueOf(it.dayCount()),
                it.installmentMultipleFen(),
                it.interestOnlyInstallments(),
                it.repaymentDay(),
                it.installmentFeeRate(),
                it.aprCeiling(),
                it.penaltyBase(),
                it.penaltyCapRate(),
                it.waterfall(),
                it.payOffFeeRate(),
                it.backDatingDays(),
                it.creditReturn());
    }
}
