// Edit Fronts: Finds the fronts in a kymograph and lets them be moved, deleted and added by hand, each refitted with standard error and 95 % interval; edits that were saved are applied again.
// Runs on a folder written by File > Open Samples > Operando, or with the same names in it.
sample = getArgument();
if (sample == "") sample = getDirectory("Folder of the sample");
run("Open Operando Movie...", "file=[" + sample + "movie.tif] dataset=auto pixelsizeum=0 frameintervalseconds=0");
run("Line-Cut Kymograph...", "line=17.5,33.3,298.2,120.8 widthpx=10 interpolation=Linear lagseconds=1 comoving=false");
run("Edit Fronts...", "timeaxis=x criterion=half_max polarity=Both smoothingum=0 maxfronts=4 values=Intensity frameintervalseconds=0 pixelsizeum=0 edits=[" + sample + "edits.json] output=[" + sample + "results/edit-fronts]");
