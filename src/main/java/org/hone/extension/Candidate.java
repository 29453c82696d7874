package org.hone.extension;

import java.lang.reflect.InvocationTargetException;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.hone.api.technique.Technique;

/**
 * A class that a services line names. Making it and asking it runs foreign code: whatever that
 * throws is a reason to leave the jar out.
 */
record Candidate(String name, PluginClassLoader loader) {
  private static final Pattern CLASS = Pattern.compile("[\\w$]+([/.][\\w$]+)*");

  /** A technique that answers. */
  Technique make() throws BrokenPluginException {
    Technique technique = guarded("made", this::construct);
    guarded("asked for its id", () -> Objects.requireNonNull(technique.id()));
    guarded("asked for its slot", () -> Objects.requireNonNull(technique.slot()));
    guarded("asked for its summary", () -> Objects.requireNonNull(technique.summary()));
    guarded("asked for its source", () -> Objects.requireNonNull(technique.source()));
    guarded(
        "asked what it conflicts with", () -> Objects.requireNonNull(technique.conflictsWith()));
    guarded("asked what it needs", () -> Objects.requireNonNull(technique.needs()));
    guarded("asked whether it waits to be named", technique::isOnRequest);
    return technique;
  }

  private Technique construct() throws Exception {
    Class<?> type = Class.forName(name, true, loader);
    if (!Technique.class.isAssignableFrom(type)) {
      throw new BrokenPluginException(
          "%s is named in %s, but is no Technique".formatted(name, JarContents.SERVICES));
    }
    return (Technique) type.getConstructor().newInstance();
  }

  private <T> T guarded(String occasion, Callable<T> work) throws BrokenPluginException {
    try {
      return work.call();
    } catch (BrokenPluginException e) {
      throw e;
    } catch (ClassNotFoundException e) {
      throw new BrokenPluginException(
          "%s names %s, which is not in it".formatted(JarContents.SERVICES, name));
    } catch (NoSuchMethodException | IllegalAccessException | InstantiationException e) {
      throw new BrokenPluginException(
          "%s is no public class with a public constructor without arguments".formatted(name));
    } catch (InvocationTargetException e) {
      throw failed(occasion, Objects.requireNonNullElse(e.getCause(), e));
    } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
      throw failed(occasion, e);
    }
  }

  private BrokenPluginException failed(String occasion, Throwable e) {
    Throwable cause =
        e instanceof ExceptionInInitializerError && e.getCause() != null ? e.getCause() : e;
    String message = String.valueOf(cause.getMessage());
    if (cause instanceof NoClassDefFoundError && CLASS.matcher(message).matches()) {
      return new BrokenPluginException(
          "%s needs the class %s, which is neither in the jar nor in a jar of the folder %s"
              .formatted(name, message.replace('/', '.'), loader.libraries()));
    }
    if (cause instanceof UnsupportedClassVersionError) {
      return new BrokenPluginException(
          "%s was compiled for a newer Java than %d".formatted(name, Runtime.version().feature()));
    }
    return new BrokenPluginException(
        "%s failed when it was %s: %s".formatted(name, occasion, cause));
  }
}
