/** Products, institutions and ratio schemes: reading them, changing them, and who changed what. */
@NullMarked
package io.jointlending.channel.admin;

import org.jspecify.annotations.NullMarked;
