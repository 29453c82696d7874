package org.hone.api.technique;

/** An artifact that is frozen before the first trial. */
public enum Need {
  TEACHER,
  PRETRAINED
}
