package org.hone.cli;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;

/**
 * Ctrl-C. Java has no public way to be told of it twice: this asks a class that every JVM on a
 * desktop or server has, and does without where it is missing.
 */
final class InterruptSignal implements AutoCloseable {
  private static final String NAME = "INT";

  private final Object signal;
  private final Object before;

  private InterruptSignal(Object signal, Object before) {
    this.signal = signal;
    this.before = before;
  }

  /**
   * Calls the handler, on a thread of its own, each time that the user presses Ctrl-C, in place of
   * ending the process; empty if that is not possible.
   */
  static Optional<InterruptSignal> handle(Runnable handler) {
    try {
      Class<?> type = Class.forName("sun.misc.SignalHandler");
      Object proxy =
          Proxy.newProxyInstance(
              type.getClassLoader(),
              new Class<?>[] {type},
              (self, method, arguments) ->
                  switch (method.getName()) {
                    case "handle" -> {
                      handler.run();
                      yield null;
                    }
                    case "equals" -> self == arguments[0];
                    case "hashCode" -> System.identityHashCode(self);
                    default -> NAME;
                  });
      Object signal =
          Class.forName("sun.misc.Signal").getConstructor(String.class).newInstance(NAME);
      return Optional.of(new InterruptSignal(signal, install(signal, proxy)));
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  private static Object install(Object signal, Object handler) throws ReflectiveOperationException {
    Class<?> type = Class.forName("sun.misc.SignalHandler");
    Method handle = signal.getClass().getMethod("handle", signal.getClass(), type);
    return handle.invoke(null, signal, handler);
  }

  /** Ctrl-C does again what it did before. */
  @Override
  public void close() {
    try {
      Object unused = install(signal, before);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
