/**
 * The DBA's tool and the guard of a starting provider: numbered plain SQL scripts, a history table with checksums, and no
 * library but JDBC. A provider never changes a schema; it only checks that the schema is new enough.
 */
@NullMarked
package io.jointlending.support.schema;

import org.jspecify.annotations.NullMarked;
