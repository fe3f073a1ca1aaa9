/** Movies as lazily read frames with a time each, and what is done to them before analysis: binning, cutting, normalising. */
package net.operando.data.movie;
