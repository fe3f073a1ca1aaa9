/**
 * TrackMate's XML files, of versions 7 and 8, both ways. The format is what TrackMate's own reader asks for
 * (fiji.plugin.trackmate.io.TmXmlReader and TmXmlKeys); TrackMate: Ershov et al., Nature Methods 19 (2022) 829.
 */
package net.operando.data.io.trackmate;
