package org.hone.reports.render;

import org.hone.reports.section.Document;

/** One form of a report. The same document always gives the same text. */
public sealed interface Renderer permits HtmlRenderer, MarkdownRenderer, JsonRenderer {

  /** What the file is called. */
  String fileName();

  /** The document in this form. */
  String render(Document document);
}
