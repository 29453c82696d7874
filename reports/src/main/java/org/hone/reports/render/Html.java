package org.hone.reports.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain text as HTML that shows exactly it. */
final class Html {
  /** Addresses, arXiv numbers and DOIs, none of which ends with punctuation. */
  private static final Pattern SOURCE =
      Pattern.compile(
          "https?://%1$s|arXiv[: ](\\d{4}\\.\\d{4,5})|doi:(10\\.\\d{4,9}/%1$s)"
              .formatted("[^\\s<>\"']*[^\\s<>\"'.,;:)]"));

  private Html() {}

  /** Text between tags or within a quoted attribute. */
  static String text(String plain) {
    StringBuilder html = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.append(c);
      }
    }
    return html.toString();
  }

  /** Text whose sources can be followed. */
  static String prose(String plain) {
    StringBuilder html = new StringBuilder();
    Matcher source = SOURCE.matcher(plain);
    int done = 0;
    while (source.find()) {
      html.append(text(plain.substring(done, source.start())));
      html.append("<a href=\"%s\">%s</a>".formatted(text(address(source)), text(source.group())));
      done = source.end();
    }
    return html.append(text(plain.substring(done))).toString();
  }

  private static String address(Matcher source) {
    if (source.group(1) != null) {
      return "https://arxiv.org/abs/" + source.group(1);
    }
    return source.group(2) != null ? "https://doi.org/" + source.group(2) : source.group();
  }

  /** JSON within a script element: nothing in it can end the script or a line of it. */
  static String script(JsonNode json) {
    return json.toString()
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
