// Bin Operando Movie: Averages a movie over squares of pixels and consecutive frames, in floating point and never across a pause.
// Runs on a folder written by File > Open Samples > Operando, or with the same names in it.
sample = getArgument();
if (sample == "") sample = getDirectory("Folder of the sample");
run("Open Operando Movie...", "file=[" + sample + "movie.tif] dataset=auto pixelsizeum=0 frameintervalseconds=0");
run("Bin Operando Movie...", "spatialbin=2 temporalbin=2 gapfactor=1.5 output=[" + sample + "results/bin-operando-movie]");
