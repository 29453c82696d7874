package org.hone.reports.section;

/** How something is to be taken. */
public enum Tone {
  GOOD,
  BAD,
  CAUTION,
  NEUTRAL
}
