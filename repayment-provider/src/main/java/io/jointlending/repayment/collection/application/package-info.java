/** The collection run and what closes its open ends. */
@NullMarked
package io.jointlending.repayment.collection.application;

import org.jspecify.annotations.NullMarked;
