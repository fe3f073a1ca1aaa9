// Line-Cut Kymograph: Cuts a kymograph along a line: position against time, averaged across the line's width, with standard errors.
// Runs on a folder written by File > Open Samples > Operando, or with the same names in it.
sample = getArgument();
if (sample == "") sample = getDirectory("Folder of the sample");
run("Open Operando Movie...", "file=[" + sample + "movie.tif] dataset=auto pixelsizeum=0 frameintervalseconds=0");
run("Line-Cut Kymograph...", "line=17.5,33.3,298.2,120.8 widthpx=10 interpolation=Linear lagseconds=1 comoving=false output=[" + sample + "results/line-cut-kymograph]");
