package org.hone.reports.section;

/** What a section is made of. All text is plain: a renderer escapes it. */
public sealed interface Block permits Paragraph, Facts, Table, Chart, Code, Callout {

  /** Hands itself to the method of its kind. */
  <R> R accept(Visitor<R> visitor);

  /** What to do with each kind of block. */
  interface Visitor<R> {
    /** Prose. */
    R paragraph(Paragraph paragraph);

    /** Named figures. */
    R facts(Facts facts);

    /** Rows and columns. */
    R table(Table table);

    /** A drawing of points. */
    R chart(Chart chart);

    /** Text to copy. */
    R code(Code code);

    /** Something that must not be missed. */
    R callout(Callout callout);
  }
}
