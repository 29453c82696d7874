/** Studies in a relational database, in Optuna's schema. */
@NullMarked
package org.hone.search.storage.jdbc;

import org.jspecify.annotations.NullMarked;
