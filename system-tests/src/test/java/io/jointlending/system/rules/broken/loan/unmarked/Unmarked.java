package io.jointlending.system.rules.broken.loan.unmarked;

final class Unmarked {}
