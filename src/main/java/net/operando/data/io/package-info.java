/** Files: movies, kymographs and tables in; tidy CSV, JSON, TIFF and provenance out. */
package net.operando.data.io;
