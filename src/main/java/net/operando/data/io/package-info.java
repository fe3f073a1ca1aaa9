/**
 * What every file needs: movie formats and their options, positioned reading, frame times, refusals; and the files that
 * results are written to: tidy CSV, JSON, TIFF and provenance, which appear together or not at all. Each family of
 * formats read has a package of its own below this one and sees this one; {@code movies} chooses among those of movies.
 * <p>
 * Units, unless a name says otherwise: time in s, positions and pixel sides in um, counts as stored.
 */
package net.operando.data.io;
