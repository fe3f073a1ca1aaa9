// Correct Drift: Finds how the sample moved, on the inert background around the particles, and takes the movement out in one resampling.
// Runs on a folder written by File > Open Samples > Operando, or with the same names in it.
sample = getArgument();
if (sample == "") sample = getDirectory("Folder of the sample");
run("Open Operando Movie...", "file=[" + sample + "movie.tif] dataset=auto pixelsizeum=0 frameintervalseconds=0");
run("Correct Drift...", "mask=auto maxshiftpx=20 rotation=false apply=true output=[" + sample + "results/correct-drift]");
