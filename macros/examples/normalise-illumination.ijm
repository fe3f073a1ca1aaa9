// Normalise Illumination: Divides a movie by a flat field and by the level of the light in every frame, which is measured on the background.
// Runs on a folder written by File > Open Samples > Operando, or with the same names in it.
sample = getArgument();
if (sample == "") sample = getDirectory("Folder of the sample");
run("Open Operando Movie...", "file=[" + sample + "movie.tif] dataset=auto pixelsizeum=0 frameintervalseconds=0");
run("Normalise Illumination...", "background=auto output=[" + sample + "results/normalise-illumination]");
