package org.hone.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/**
 * What a command said.
 *
 * @param code exit code
 */
record Cli(int code, String out, String err) {

  /** Runs hone in this process. */
  static Cli hone(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
      return new Cli(code, lines(out), lines(err));
    } finally {
      // a command with plug-ins leaves its own, as nothing comes after it
      thread.setContextClassLoader(before);
    }
  }

  static Cli hone(List<String> args) {
    return hone(args.toArray(String[]::new));
  }

  private static String lines(StringWriter text) {
    return text.toString().replace(System.lineSeparator(), "\n");
  }
}
