// Differential Movie: Shows how fast every pixel brightens or darkens: (I(t+lag) - I(t)) / (I(t) dt), in 1/s, on the recorded times.
// Runs on a folder written by File > Open Samples > Operando, or with the same names in it.
sample = getArgument();
if (sample == "") sample = getDirectory("Folder of the sample");
run("Open Operando Movie...", "file=[" + sample + "movie.tif] dataset=auto pixelsizeum=0 frameintervalseconds=0");
run("Differential Movie...", "lagseconds=1 form=Fractional floor=0 output=[" + sample + "results/differential-movie]");
