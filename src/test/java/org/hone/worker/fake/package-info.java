/** A worker whose techniques do what no technique should. */
@org.jspecify.annotations.NullMarked
package org.hone.worker.fake;
