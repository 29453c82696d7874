package org.hone.search.storage;

/** Whose attribute it is. */
public enum AttributeKind {
  USER,
  SYSTEM
}
