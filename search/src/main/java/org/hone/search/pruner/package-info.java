/** When an unpromising trial is ended: the pruner SPI and one class per published method. */
@NullMarked
package org.hone.search.pruner;

import org.jspecify.annotations.NullMarked;
