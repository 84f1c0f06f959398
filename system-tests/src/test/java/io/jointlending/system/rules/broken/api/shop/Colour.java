package io.jointlending.system.rules.broken.api.shop;

/** An enum in a contract. */
public enum Colour {
    RED,
    BLUE
}
