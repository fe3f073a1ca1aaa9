// Fragments: Follows the pieces a rod breaks into: which came from which, length, area, brightness, ratios with intervals, response to cycling, and which lost contact.
// Runs on a folder written by File > Open Samples > Operando, or with the same names in it.
sample = getArgument();
if (sample == "") sample = getDirectory("Folder of the sample");
run("Open Operando Movie...", "file=[" + sample + "movie.tif] dataset=auto pixelsizeum=0 frameintervalseconds=0");
run("Fragments...", "line=17.5,33.3,298.2,120.8 widthpx=0 cracks=auto ratiothreshold=1.2 background=Dark fronts=true output=[" + sample + "results/fragments]");
