package org.hone.engine.backend.device;

/** What was asked for cannot compute here. The message is for the user, in one line. */
public final class DeviceException extends RuntimeException {
  private static final long serialVersionUID = 1;

  DeviceException(String message) {
    super(message);
  }
}
