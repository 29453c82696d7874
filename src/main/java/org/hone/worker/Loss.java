package org.hone.worker;

/**
 * A trial lost its worker.
 *
 * @param place where it was
 * @param fromOutside whether somebody else ended the worker, as far as one can tell
 */
record Loss(Place place, boolean fromOutside) {}
