// Cracks: Finds dark lines that appear across a rod, grow and stay: when and where each starts, and the speed of its tip with its error.
// Runs on a folder written by File > Open Samples > Operando, or with the same names in it.
sample = getArgument();
if (sample == "") sample = getDirectory("Folder of the sample");
run("Open Operando Movie...", "file=[" + sample + "movie.tif] dataset=auto pixelsizeum=0 frameintervalseconds=0");
run("Cracks...", "line=17.5,33.3,298.2,120.8 widthpx=50 sensitivity=1 output=[" + sample + "results/cracks]");
