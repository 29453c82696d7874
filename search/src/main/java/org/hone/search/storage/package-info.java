/** Where studies live: the storage SPI and the in-memory storage. */
@NullMarked
package org.hone.search.storage;

import org.jspecify.annotations.NullMarked;
