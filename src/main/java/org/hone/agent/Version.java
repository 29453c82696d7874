package org.hone.agent;

import java.util.Optional;

/** Which Hone this is. */
public final class Version {
  private Version() {}

  /** The version of the jar; "development" outside of one. */
  public static String text() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
