// Find Rods: Finds the rods of a movie: ends, axis, width, contrast, and through which ends fronts came in.
// Runs on a folder written by File > Open Samples > Operando, or with the same names in it.
sample = getArgument();
if (sample == "") sample = getDirectory("Folder of the sample");
run("Open Operando Movie...", "file=[" + sample + "movie.tif] dataset=auto pixelsizeum=0 frameintervalseconds=0");
run("Find Rods...", "minlengthum=5 maxwidthum=6 output=[" + sample + "results/find-rods]");
