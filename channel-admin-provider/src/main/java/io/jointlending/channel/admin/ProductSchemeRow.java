package io.jointlending.channel.admin;

/** One scheme that may fund a product; read in order of priority. */
record ProductSchemeRow(String productCode, String schemeCode) {}
