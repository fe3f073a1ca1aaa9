#@ ImagePlus (label = "Fragment labels", description = "fragment_labels.tif as Fragments writes it.") labels
#@ File (label = "Tracks (XML)", style = "save", description = "The TrackMate file to write.") tracksFile
#@ Double (label = "Largest step (um)", value = 1.0, description = "How far a piece may move from frame to frame.") stepUm
#@ Double (label = "Largest distance of a split (um)", value = 12.0, description = "From the middle of a piece to the middle of what it breaks into.") splitUm

// Tracks the pieces of a rod anew, by TrackMate instead of by their cracks: each label is a spot (label image detector), pieces
// are linked by the sparse LAP tracker with splits allowed. For TrackMate 7.14 and 8.

import fiji.plugin.trackmate.Logger
import fiji.plugin.trackmate.Model
import fiji.plugin.trackmate.Settings
import fiji.plugin.trackmate.TrackMate
import fiji.plugin.trackmate.detection.LabelImageDetectorFactory
import fiji.plugin.trackmate.io.TmXmlWriter
import fiji.plugin.trackmate.tracking.jaqaman.SparseLAPTrackerFactory

// TrackMate follows time, which a stack opened by others may hold as planes
def dimensions = labels.getDimensions()
if (dimensions[4] == 1 && dimensions[3] > 1) labels.setDimensions(dimensions[2], 1, dimensions[3])

def model = new Model()
model.setLogger(Logger.IJ_LOGGER)
model.setPhysicalUnits(labels.getCalibration().getUnit(), labels.getCalibration().getTimeUnit())

def settings = new Settings(labels)
settings.detectorFactory = new LabelImageDetectorFactory()
settings.detectorSettings = settings.detectorFactory.getDefaultSettings()
settings.detectorSettings['TARGET_CHANNEL'] = 1
settings.detectorSettings['SIMPLIFY_CONTOURS'] = true
settings.trackerFactory = new SparseLAPTrackerFactory()
settings.trackerSettings = settings.trackerFactory.getDefaultSettings()
settings.trackerSettings['LINKING_MAX_DISTANCE'] = (double) stepUm
settings.trackerSettings['ALLOW_GAP_CLOSING'] = false
settings.trackerSettings['ALLOW_TRACK_SPLITTING'] = true
settings.trackerSettings['SPLITTING_MAX_DISTANCE'] = (double) splitUm
settings.trackerSettings['ALLOW_TRACK_MERGING'] = false
settings.addAllAnalyzers()

def trackmate = new TrackMate(model, settings)
if (!trackmate.checkInput() || !trackmate.process()) throw new IllegalStateException('TrackMate: ' + trackmate.getErrorMessage())

def writer = new TmXmlWriter(tracksFile, Logger.IJ_LOGGER)
writer.appendModel(model)
writer.appendSettings(settings)
writer.writeToFile()
println model.getSpots().getNSpots(true) + ' pieces in ' + model.getTrackModel().nTracks(true) + ' tracks written to ' + tracksFile
