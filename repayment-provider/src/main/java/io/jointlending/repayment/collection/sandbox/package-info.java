/** A payment system for development that refuses, delays and loses answers as it is told. */
@NullMarked
package io.jointlending.repayment.collection.sandbox;

import org.jspecify.annotations.NullMarked;
