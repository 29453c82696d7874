package org.hone.reports.render;

import java.util.stream.Collectors;
import org.hone.reports.section.Cell;

/** Each kind of cell as HTML within its table cell. */
record HtmlCell(Whiskers whiskers) implements Cell.Visitor<String> {
  @Override
  public String empty() {
    return "<span class=\"none\" aria-label=\"none\">–</span>";
  }

  @Override
  public String text(Cell.Text text) {
    return Html.prose(text.text());
  }

  @Override
  public String figure(Cell.Figure figure) {
    return Html.text(figure.text());
  }

  @Override
  public String range(Cell.Range range) {
    return whiskers.draw(range) + "<span>" + Html.text(range.text()) + "</span>";
  }

  @Override
  public String tags(Cell.Tags tags) {
    return tags.names().stream()
        .map(name -> "<span class=\"tag\">" + Html.text(name) + "</span>")
        .collect(Collectors.joining(" "));
  }
}
