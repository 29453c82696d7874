package org.hone.agent;

/** Something the user can mend. The message says in one line what is wrong and what is allowed. */
public final class UserException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public UserException(String message) {
    super(message);
  }
}
