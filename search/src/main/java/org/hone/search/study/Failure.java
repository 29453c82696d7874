package org.hone.search.study;

/** Why something failed, in words. */
final class Failure {
  private Failure() {}

  /** The message, or the type if there is none. */
  static String reason(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank() ? failure.getClass().getName() : message;
  }
}
