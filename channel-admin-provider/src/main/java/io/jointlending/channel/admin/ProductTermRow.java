package io.jointlending.channel.admin;

/** One term that a product offers. */
record ProductTermRow(String productCode, Integer installments) {}
