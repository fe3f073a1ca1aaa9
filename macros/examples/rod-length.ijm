// Rod Length: Measures a rod's length in every frame, and from it strain and lithium content, with standard errors.
// Runs on a folder written by File > Open Samples > Operando, or with the same names in it.
sample = getArgument();
if (sample == "") sample = getDirectory("Folder of the sample");
run("Open Operando Movie...", "file=[" + sample + "movie.tif] dataset=auto pixelsizeum=0 frameintervalseconds=0");
run("Rod Length...", "line=17.5,33.3,298.2,120.8 widthpx=0 referenceframe=1 averagedframes=5 psfnm=111 output=[" + sample + "results/rod-length]");
