package org.hone.extension;

/** Why a jar is of no use. The message is a part of a line. */
final class BrokenPluginException extends Exception {
  private static final long serialVersionUID = 1;

  BrokenPluginException(String reason) {
    super(reason);
  }

  /** The message. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
