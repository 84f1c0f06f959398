/**
 * Request templates: trees whose leaves are literals or one whole-leaf expression over typed, allowlisted processors.
 */
@NullMarked
package io.jointlending.fund.flow.domain.template;

import org.jspecify.annotations.NullMarked;
