package org.hone.search.curve;

/**
 * What a trial is judged by at a step.
 *
 * @param level of its curve, standardised over the complete trials
 * @param fall of its curve, likewise
 * @param place of its parameters
 */
record CurvePoint(double level, double fall, Place place) {}
