// Open Operando Movie: Opens a TDMS, HDF5, TIFF, OME-TIFF, Micro-Manager or AVI movie as a virtual stack; every frame keeps its own time.
// Runs on a folder written by File > Open Samples > Operando, or with the same names in it.
sample = getArgument();
if (sample == "") sample = getDirectory("Folder of the sample");
run("Open Operando Movie...", "file=[" + sample + "movie.tif] dataset=auto pixelsizeum=0 frameintervalseconds=0");
