/** The connection pool, transactions, migrations and wake-ups. */
@NullMarked
package io.vespene.core.database;

import org.jspecify.annotations.NullMarked;
