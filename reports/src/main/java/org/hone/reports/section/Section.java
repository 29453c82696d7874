package org.hone.reports.section;

import java.util.List;
import org.hone.reports.analysis.Evidence;

/** One section of the report. It always has something to say, if only that there is nothing. */
interface Section {

  /** Kebab-case, unique, never renamed: links and readers of the JSON depend on it. */
  String id();

  /** The heading. */
  String title();

  /** What it says; a pure function. */
  List<Block> blocks(Evidence evidence);
}
