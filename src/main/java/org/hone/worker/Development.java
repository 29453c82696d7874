package org.hone.worker;

/**
 * What tells splits of the development rows apart.
 *
 * @param seed from which the split follows
 * @param fold that validates, from 0
 */
record Development(long seed, int fold) {}
