/** Message contracts: facts that one provider tells the others through its message table. */
@NullMarked
package io.jointlending.api.message;

import org.jspecify.annotations.NullMarked;
