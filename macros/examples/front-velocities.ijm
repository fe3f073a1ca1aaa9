// Front Velocities: Finds the fronts in a kymograph, by a stated criterion, and their velocities with standard error and 95 % interval.
// Runs on a folder written by File > Open Samples > Operando, or with the same names in it.
sample = getArgument();
if (sample == "") sample = getDirectory("Folder of the sample");
run("Open Operando Movie...", "file=[" + sample + "movie.tif] dataset=auto pixelsizeum=0 frameintervalseconds=0");
run("Line-Cut Kymograph...", "line=17.5,33.3,298.2,120.8 widthpx=10 interpolation=Linear lagseconds=1 comoving=false");
run("Front Velocities...", "timeaxis=x criterion=half_max polarity=Both smoothingum=0 maxfronts=4 values=Intensity frameintervalseconds=0 pixelsizeum=0 output=[" + sample + "results/front-velocities]");
