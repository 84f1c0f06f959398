/** The daily files of institutions, asked for page by page and handed to whoever reconciles them. */
@NullMarked
package io.jointlending.fund.statement.application;

import org.jspecify.annotations.NullMarked;
