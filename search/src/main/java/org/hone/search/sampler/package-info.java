/** How the next point is chosen: the sampler SPI and one class or package per published method. */
@NullMarked
package org.hone.search.sampler;

import org.jspecify.annotations.NullMarked;
