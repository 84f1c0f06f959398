/** The provider of products, institutions and ratio schemes. */
@NullMarked
package io.jointlending.channel;

import org.jspecify.annotations.NullMarked;
