package io.jointlending.repayment.report;

/** How far the daily lines of an institution are made. */
record InstitutionDayRow(String institutionCode, String lastOrderNo) {}
