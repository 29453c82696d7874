package org.hone.api.technique;

/**
 * Where a technique was published.
 *
 * @param authors such as {@code Srivastava et al.}
 * @param url of the paper, https
 */
public record Citation(String authors, String title, int year, String url) {
  public Citation {
    if (authors.isBlank() || title.isBlank() || !url.startsWith("https://")) {
      throw new IllegalArgumentException(
          "a citation needs authors, a title and an https URL, but is %s, %s, %s"
              .formatted(authors, title, url));
    }
  }

  /** In one line. */
  public String text() {
    return "%s, %s, %d, %s".formatted(authors, title, year, url);
  }
}
