package org.hone.api.technique;

import java.util.Locale;

/**
 * The place in training a technique acts on. Techniques are applied in the order of the slots, then
 * of their ids.
 */
public enum Slot {
  ARCHITECTURE(false),
  ACTIVATION(true),
  INITIALIZATION(true),
  TRANSFER(true),
  NORMALIZATION(true),
  DROPOUT(true),
  ACTIVATION_NOISE(false),
  SHORTCUT(true),
  WEIGHT_PENALTY(true),
  WEIGHT_CONSTRAINT(false),
  LOSS(false),
  SAMPLING(true),
  MIXING(true),
  AUGMENTATION(false),
  /** After whatever changes losses and rows: a teacher is asked about what the network sees. */
  DISTILLATION(true),
  PRECISION(true),
  GRADIENT(false),
  CLIPPING(true),
  OPTIMIZER(true),
  SCHEDULE(true),
  OPTIMIZER_WRAPPER(false),
  AVERAGING(true),
  ENSEMBLE(false),
  STOPPING(true),
  COMPRESSION(false);

  private final boolean exclusive;

  Slot(boolean exclusive) {
    this.exclusive = exclusive;
  }

  /** Whether at most one technique of the slot may be used. */
  public boolean isExclusive() {
    return exclusive;
  }

  /** Kebab-case: the name of an exclusive slot's parameter in a search space. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
