package io.jointlending.system.rules.broken.api.shop;

import jakarta.validation.constraints.NotNull;
import java.util.Map;

public record BuyRequest(@NotNull Map<String, Colour> colours, Long price) {}
