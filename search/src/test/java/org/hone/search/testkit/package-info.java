/**
 * Contracts that every implementation of this module's interfaces must meet, for authors of new
 * ones to run as well.
 */
@NullMarked
package org.hone.search.testkit;

import org.jspecify.annotations.NullMarked;
