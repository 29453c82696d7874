package org.hone.engine.data;

/** A feature column of a file. */
record RawColumn(Place place, Column column, Cells cells) {}
