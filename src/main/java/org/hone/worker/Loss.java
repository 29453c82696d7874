package org.hone.worker;

/**
 * A trial lost its worker.
 *
 * @param epoch the last that was finished, from 1; 0 if none was
 * @param fromOutside whether somebody else ended the worker, as far as one can tell
 */
record Loss(int epoch, boolean fromOutside) {}
