/** Programs that are tuned in tests. */
@org.jspecify.annotations.NullMarked
package org.hone.worker.program.fake;
