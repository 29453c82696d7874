package org.hone.engine.data.split;

/** A rule by which rows are dealt out to training, validation and test. */
public sealed interface Dealing permits Strata, Units, Chronology {

  /** Deals out all rows. Parts are empty where there are too few rows for them. */
  Split deal(SplitPlan plan);

  /** How much there is to deal out, in words. */
  String supply();
}
