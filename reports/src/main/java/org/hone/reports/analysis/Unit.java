package org.hone.reports.analysis;

/** How a figure is written for people. */
public enum Unit {
  COUNT, NUMBER, SIGNED, PERCENT, POINTS, SECONDS, PROBABILITY
}
